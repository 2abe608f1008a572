package dev.aide.agent.weave;

import java.util.Set;

/** What was known of a class before it is transformed again, so that it holds on where the JVM refuses; immutable. */
final class BeforeTransforming {
    /** Null where the class was not looked at. */
    private final Integer methods;

    private final Set<?> sites;

    /**
     * Takes what is known.
     *
     * @param methods what {@link WovenMethods} has of the class, or null
     */
    BeforeTransforming(Integer methods, Set<?> sites) {
        this.methods = methods;
        this.sites = sites;
    }

    Integer methods() {
        return methods;
    }

    Set<?> sites() {
        return sites;
    }
}
