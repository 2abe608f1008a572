package dev.aide.agent.rule;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Language;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.RawTypes;
import dev.aide.agent.type.TypeVariables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code convention.raw}: a generic type without its arguments says nothing of what it holds. */
final class ConventionRaw implements MethodRule {
    /** Of Java 5, which brought type arguments. */
    private static final int GENERICS_SINCE = 49;

    /** The most frequent of the classes that are not generic, which so need not be read. */
    private static final Set<String> PLAIN = new HashSet<>(Arrays.asList(
            "java.lang.Object",
            "java.lang.String",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.lang.Boolean",
            "java.lang.Exception",
            "java.lang.Throwable",
            "java.io.File",
            "java.io.InputStream",
            "java.io.OutputStream"));

    private final RawTypes raw;
    private final Surroundings surroundings;

    ConventionRaw(Surroundings around) {
        this.surroundings = around.afresh();
        this.raw = new RawTypes(new RawTypes.Generics() {
            @Override
            public boolean isGeneric(String name) {
                if (PLAIN.contains(name)) {
                    return false;
                }
                ClassFile file = surroundings.find(name.replace('.', '/'));
                return file != null && !TypeVariables.names(file.signature()).isEmpty();
            }
        });
    }

    @Override
    public Rule rule() {
        return Rule.CONVENTION_RAW;
    }

    @Override
    public boolean canTell(MethodView method) {
        return !surroundings.isLacking();
    }

    @Override
    public StaticFinding judge(MethodView method) {
        if (method.file().majorVersion() < GENERICS_SINCE
                || !Language.of(method.file()).hasRawTypes()) {
            return null;
        }
        List<String> positions = new ArrayList<>();
        List<String> types = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < method.parameters().size(); i++) {
            MethodView.Parameter parameter = method.parameters().get(i);
            String name = parameter.name().isEmpty() ? "arg" + i : parameter.name();
            if (!parameter.isSilenced(rule())) {
                look(parameter.type(), name, positions, types, words);
            }
        }
        look(method.signature().result(), "result", positions, types, words);
        return positions.isEmpty()
                ? null
                : new StaticFinding(
                        method,
                        rule(),
                        joined(positions),
                        joined(types),
                        "leaves raw: " + joined(words) + "; give each its type arguments, or <?>");
    }

    private void look(JavaType type, String position, List<String> positions, List<String> types, List<String> words) {
        String found = raw.in(type);
        if (found != null) {
            String simple = JavaType.simpleName(found);
            positions.add(position);
            types.add(simple);
            words.add(position + " (" + simple + ")");
        }
    }

    private static String joined(List<String> texts) {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            joined.append(joined.length() == 0 ? "" : ", ").append(text);
        }
        return joined.toString();
    }
}
