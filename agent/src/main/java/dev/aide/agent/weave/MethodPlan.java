package dev.aide.agent.weave;

import dev.aide.agent.rule.SiteSpec;
import java.util.Collections;
import java.util.Map;

/** What is to be woven into one method; immutable. */
final class MethodPlan {
    private final SiteSpec arguments;
    private final int[] slots;
    private final SiteSpec result;
    private final SiteSpec verdict;
    private final SiteSpec counted;
    private final SiteSpec thrown;
    private final Map<Integer, SiteSpec> writes;
    private final Map<Integer, SiteSpec> calls;

    private MethodPlan(Builder builder) {
        this.arguments = builder.arguments;
        this.slots = builder.slots;
        this.result = builder.result;
        this.verdict = builder.verdict;
        this.counted = builder.counted;
        this.thrown = builder.thrown;
        this.writes = builder.writes;
        this.calls = builder.calls;
    }

    /** Returns the site at entry that is given arguments, or null. */
    SiteSpec arguments() {
        return arguments;
    }

    /** Returns the local variables that the site at entry is given. */
    int[] slots() {
        return slots.clone();
    }

    /** Returns the site before each return, or null. */
    SiteSpec result() {
        return result;
    }

    /** Returns the site at entry that is given nothing, or null. */
    SiteSpec verdict() {
        return verdict;
    }

    /** Returns the site at entry that counts, or null. */
    SiteSpec counted() {
        return counted;
    }

    boolean hasSitesAtEntry() {
        return arguments != null || verdict != null || counted != null;
    }

    /** Returns the site where an exception leaves the method, or null. */
    SiteSpec thrown() {
        return thrown;
    }

    /** Returns the sites before writes to fields, by the number of the write in the order of the code. */
    Map<Integer, SiteSpec> writes() {
        return writes;
    }

    /** Returns the sites before calls, by the number of the call in the order of the code. */
    Map<Integer, SiteSpec> calls() {
        return calls;
    }

    /** Tells whether a site stands behind code of the method. */
    boolean hasSitesWithin() {
        return result != null || !writes.isEmpty() || !calls.isEmpty();
    }

    /** Returns this plan without the check of the result. */
    MethodPlan withoutResult() {
        Builder builder = new Builder();
        builder.arguments = arguments;
        builder.slots = slots;
        builder.verdict = verdict;
        builder.counted = counted;
        builder.thrown = thrown;
        builder.writes = writes;
        builder.calls = calls;
        return builder.build();
    }

    /** Collects the sites of a method; for use by one thread. */
    static final class Builder {
        private SiteSpec arguments;
        private int[] slots = {};
        private SiteSpec result;
        private SiteSpec verdict;
        private SiteSpec counted;
        private SiteSpec thrown;
        private Map<Integer, SiteSpec> writes = Collections.emptyMap();
        private Map<Integer, SiteSpec> calls = Collections.emptyMap();

        void arguments(SiteSpec site, int[] localVariables) {
            arguments = site;
            slots = localVariables;
        }

        void result(SiteSpec site) {
            result = site;
        }

        void verdict(SiteSpec site) {
            verdict = site;
        }

        void counted(SiteSpec site) {
            counted = site;
        }

        void thrown(SiteSpec site) {
            thrown = site;
        }

        void writes(Map<Integer, SiteSpec> sites) {
            writes = sites;
        }

        void calls(Map<Integer, SiteSpec> sites) {
            calls = sites;
        }

        boolean isEmpty() {
            return arguments == null
                    && result == null
                    && verdict == null
                    && counted == null
                    && thrown == null
                    && writes.isEmpty()
                    && calls.isEmpty();
        }

        MethodPlan build() {
            return new MethodPlan(this);
        }
    }
}
