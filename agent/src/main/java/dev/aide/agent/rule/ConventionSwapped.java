package dev.aide.agent.rule;

import dev.aide.agent.classfile.Annotation;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.naming.ClassFiles;
import dev.aide.agent.naming.NamesInClassFiles;
import dev.aide.agent.naming.Swap;
import dev.aide.agent.naming.SwappedArguments;
import dev.aide.agent.type.JavaType;
import java.util.ArrayList;
import java.util.List;

/** {@code convention.swapped}: a call that passes variables named as other parameters. */
final class ConventionSwapped implements StaticRule {
    private static final int MOST_REMEMBERED = 64;

    private final Surroundings surroundings;

    ConventionSwapped(Surroundings around) {
        this.surroundings = around.afresh();
    }

    @Override
    public Rule rule() {
        return Rule.CONVENTION_SWAPPED;
    }

    @Override
    public boolean canTell(MethodView method) {
        return method.method().hasLocalVariables() && !surroundings.isLacking();
    }

    /** Returns what is found in the calls that a class makes. */
    List<StaticFinding> judge(ClassFile file) {
        NamesInClassFiles names = new NamesInClassFiles(
                new ClassFiles() {
                    @Override
                    public ClassFile find(String name) {
                        return surroundings.find(name);
                    }
                },
                MOST_REMEMBERED,
                new NamesInClassFiles.Silence() {
                    @Override
                    public boolean covers(List<Annotation> ofParameter) {
                        return Silenced.by(ofParameter).covers(Rule.CONVENTION_SWAPPED);
                    }
                });
        List<StaticFinding> findings = new ArrayList<>();
        Silenced silencedInClass = Silenced.by(file.annotations());
        for (Swap swap : SwappedArguments.in(file.bytes(), names)) {
            MethodInfo method = method(file, swap.method());
            MethodView view = method == null ? null : MethodView.of(file, method);
            if (view != null
                    && !Silenced.by(method.annotations())
                            .within(silencedInClass)
                            .covers(Rule.CONVENTION_SWAPPED)) {
                findings.add(finding(view, swap));
            }
        }
        return findings;
    }

    private static StaticFinding finding(MethodView caller, Swap swap) {
        String type = JavaType.simpleName(swap.owner().replace('/', '.'));
        String called = swap.name().equals("<init>") ? "new " + type : type + '.' + swap.name();
        StringBuilder arguments = new StringBuilder();
        for (String argument : swap.arguments()) {
            arguments.append(arguments.length() == 0 ? "" : ", ").append(argument.isEmpty() ? "…" : argument);
        }
        String where = swap.line() == 0 ? "" : " (" + caller.file().sourceFile() + ':' + swap.line() + ')';
        return new StaticFinding(
                caller,
                Rule.CONVENTION_SWAPPED,
                called,
                arguments.toString(),
                "calls " + called + " the wrong way round: " + swap.sentence() + where,
                swap.index(),
                swap.line());
    }

    private static MethodInfo method(ClassFile file, String id) {
        for (MethodInfo method : file.methods()) {
            if (method.id().equals(id)) {
                return method;
            }
        }
        return null;
    }
}
