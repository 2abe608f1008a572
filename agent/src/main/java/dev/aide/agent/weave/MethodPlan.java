package dev.aide.agent.weave;

import dev.aide.agent.rule.SiteSpec;

/** What is to be woven into one method; immutable. */
final class MethodPlan {
    private final SiteSpec arguments;
    private final int[] slots;
    private final SiteSpec result;

    /**
     * Plans a method.
     *
     * @param arguments the site at entry, or null
     * @param slots the local variables that the site at entry is given
     * @param result the site before each return, or null
     */
    MethodPlan(SiteSpec arguments, int[] slots, SiteSpec result) {
        this.arguments = arguments;
        this.slots = slots;
        this.result = result;
    }

    SiteSpec arguments() {
        return arguments;
    }

    int[] slots() {
        return slots;
    }

    SiteSpec result() {
        return result;
    }

    /** Returns this plan without the check of the result. */
    MethodPlan withoutResult() {
        return new MethodPlan(arguments, slots, null);
    }
}
