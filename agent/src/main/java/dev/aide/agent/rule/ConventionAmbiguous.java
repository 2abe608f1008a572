package dev.aide.agent.rule;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Language;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.naming.AmbiguousParameters;
import dev.aide.agent.naming.KnownOrders;
import java.util.ArrayList;
import java.util.List;

/** {@code convention.ambiguous}: neighbouring parameters that a caller can swap, and nobody would notice. */
final class ConventionAmbiguous implements MethodRule {
    private final AmbiguousParameters ambiguous;

    /**
     * Takes the orders that everybody knows, and some more.
     *
     * @param moreOrders pairs such as {@code debit,credit}
     */
    ConventionAmbiguous(List<String> moreOrders) {
        this.ambiguous = new AmbiguousParameters(KnownOrders.and(moreOrders));
    }

    @Override
    public Rule rule() {
        return Rule.CONVENTION_AMBIGUOUS;
    }

    @Override
    public boolean canTell(MethodView method) {
        for (MethodView.Parameter parameter : method.parameters()) {
            if (parameter.name().isEmpty() && !parameter.isSilenced(rule())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public StaticFinding judge(MethodView method) {
        if (mayHaveLostTypes(method)) {
            return null;
        }
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (MethodView.Parameter parameter : method.parameters()) {
            boolean takesTheRest =
                    method.isVarargs() && names.size() == method.parameters().size() - 1;
            names.add(takesTheRest || parameter.isSilenced(rule()) ? "" : parameter.name());
            types.add(parameter.type().signature());
        }
        StringBuilder positions = new StringBuilder();
        StringBuilder found = new StringBuilder();
        for (int index : ambiguous.in(names, types)) {
            String separator = positions.length() == 0 ? "" : ", ";
            positions.append(separator).append(names.get(index));
            found.append(separator).append(method.parameters().get(index).type().simple());
        }
        return positions.length() == 0
                ? null
                : new StaticFinding(
                        method,
                        rule(),
                        positions.toString(),
                        found.toString(),
                        "has parameters that a caller can swap unnoticed: " + positions
                                + "; give them types of their own, or take one object");
    }

    /**
     * Of a value class Kotlin leaves what it holds: then it puts a hyphen into the method's name, and hides the
     * constructor.
     */
    private static boolean mayHaveLostTypes(MethodView view) {
        MethodInfo method = view.method();
        return Language.of(view.file()) == Language.KOTLIN
                && (method.name().indexOf('-') >= 0 || (method.isConstructor() && method.is(ClassFile.PRIVATE)));
    }
}
