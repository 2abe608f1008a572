package dev.aide.agent.rule;

/** {@code arity.declared}: a method with too many parameters cannot be called without looking them up. */
final class ArityDeclared implements MethodRule {
    private final int most;

    ArityDeclared(int most) {
        this.most = most;
    }

    @Override
    public Rule rule() {
        return Rule.ARITY_DECLARED;
    }

    @Override
    public StaticFinding judge(MethodView method) {
        int count = method.parameters().size();
        return count <= most
                ? null
                : new StaticFinding(
                        method,
                        rule(),
                        "parameters",
                        String.valueOf(count),
                        "has " + count + " parameters, at most " + most + " are allowed (aide.arity.max)");
    }
}
