package dev.aide.agent.link;

import dev.aide.agent.config.Levels;
import java.lang.invoke.MutableCallSite;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the agent keeps of a woven class for as long as the class lives; safe for use by any thread. */
final class WovenClass {
    private final Set<String> ran = Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>());
    private final Map<Object, Object> kept = new ConcurrentHashMap<>();
    private final Queue<Switched> sites = new ConcurrentLinkedQueue<>();

    /** Notes that a method runs; true the first time. */
    boolean ran(String methodId) {
        return ran.add(methodId);
    }

    /** Keeps an object from being collected before the class, and no longer the one kept for the same reason before. */
    void keep(Object reason, Object object) {
        kept.put(reason, object);
    }

    /** Notes a site that was linked, so that it can be linked anew. */
    void add(Switched site) {
        sites.add(site);
    }

    /** Returns the sites that were linked so far. */
    Set<?> sites() {
        return new HashSet<>(sites);
    }

    /** Forgets sites, since the class was transformed again and has others. */
    void forget(Set<?> replaced) {
        sites.removeAll(replaced);
    }

    /** Links sites anew, as far as they do something else under other levels, and adds them to a list. */
    void relink(Levels before, Levels now, List<MutableCallSite> relinked) {
        for (Switched site : sites) {
            if (site.relink(before, now)) {
                relinked.add((MutableCallSite) site);
            }
        }
    }
}
