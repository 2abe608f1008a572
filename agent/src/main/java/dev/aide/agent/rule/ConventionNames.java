package dev.aide.agent.rule;

/** {@code convention.names}: without names in the class file nobody can bind a parameter by its name. */
final class ConventionNames implements MethodRule {
    @Override
    public Rule rule() {
        return Rule.CONVENTION_NAMES;
    }

    @Override
    public StaticFinding judge(MethodView method) {
        int unnamed = 0;
        for (MethodView.Parameter parameter : method.parameters()) {
            unnamed += parameter.name().isEmpty() && !parameter.isSilenced(rule()) ? 1 : 0;
        }
        return unnamed == 0
                ? null
                : new StaticFinding(
                        method,
                        rule(),
                        "parameters",
                        "unnamed",
                        "has no names for its parameters in the class file; compile with -parameters or -g");
    }
}
