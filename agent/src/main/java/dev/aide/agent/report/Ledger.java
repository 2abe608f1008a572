package dev.aide.agent.report;

import dev.aide.agent.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** All findings of this JVM, by kind and bounded in number; safe for use by any thread. */
final class Ledger {
    static final int MOST_FINDINGS = 10_000;

    private final ConcurrentMap<Key, Finding> findings = new ConcurrentHashMap<>();
    private final LongAdder dropped = new LongAdder();

    /** Returns the finding of this kind, or null if it is the first. */
    Finding find(Key key) {
        return findings.get(key);
    }

    /** Adds a finding unless another thread was first, and returns the one that is kept; null where there are too many. */
    Finding add(Key key, Finding finding) {
        if (findings.size() >= MOST_FINDINGS) {
            dropped.increment();
            return null;
        }
        Finding earlier = findings.putIfAbsent(key, finding);
        return earlier == null ? finding : earlier;
    }

    /** Forgets all that happened; what was found in class files, which is found once, starts again at zero. */
    void reset() {
        for (Map.Entry<Key, Finding> entry : findings.entrySet()) {
            Finding old = entry.getValue();
            if (old.kind().rule().needsNoCall()) {
                findings.replace(entry.getKey(), old, old.anew());
            } else {
                findings.remove(entry.getKey(), old);
            }
        }
        dropped.reset();
    }

    /** Returns the findings as they stand now, the most frequent first. */
    List<ReportedFinding> worstFirst() {
        List<ReportedFinding> sorted = new ArrayList<>();
        for (Finding finding : findings.values()) {
            sorted.add(ReportedFinding.of(finding));
        }
        Collections.sort(sorted, ReportedFinding.WORST_FIRST);
        return sorted;
    }

    /** Returns how many violations were of kinds that no longer had a place. */
    long dropped() {
        return dropped.sum();
    }

    /** What makes two violations one kind; immutable. */
    static final class Key {
        private final Rule rule;
        private final String className;
        private final String methodId;
        private final String position;
        private final String shape;
        private final String found;

        Key(String className, String methodId, Occurrence occurrence) {
            this.rule = occurrence.rule();
            this.className = className;
            this.methodId = methodId;
            this.position = occurrence.position();
            this.shape = occurrence.shape();
            this.found = occurrence.found();
        }

        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Key)) {
                return false;
            }
            Key that = (Key) other;
            return rule == that.rule
                    && className.equals(that.className)
                    && methodId.equals(that.methodId)
                    && position.equals(that.position)
                    && shape.equals(that.shape)
                    && found.equals(that.found);
        }

        @Override
        public int hashCode() {
            return Objects.hash(rule, className, methodId, position, shape, found);
        }
    }
}
