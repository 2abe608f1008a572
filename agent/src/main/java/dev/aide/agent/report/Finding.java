package dev.aide.agent.report;

import dev.aide.agent.rule.Rule;
import java.util.concurrent.atomic.LongAdder;

/**
 * One kind of violation: a rule broken at a position of a method by a type, however often. Immutable but for its count;
 * safe for use by any thread.
 */
final class Finding {
    private final Rule rule;
    private final String method;
    private final String position;
    private final String found;
    private final String declared;
    private final String words;
    private final String caller;
    private final LongAdder count = new LongAdder();

    /**
     * Makes a finding.
     *
     * @param caller where the first violation of this kind was called from; null where no call made it
     */
    Finding(String method, Occurrence occurrence, String caller) {
        this.rule = occurrence.rule();
        this.method = method;
        this.position = occurrence.position() + occurrence.shape();
        this.found = occurrence.found();
        this.declared = occurrence.declared();
        this.words = occurrence.kindInWords();
        this.caller = caller;
    }

    Rule rule() {
        return rule;
    }

    String method() {
        return method;
    }

    /** Returns the position without indexes, such as {@code lines[]}. */
    String position() {
        return position;
    }

    String found() {
        return found;
    }

    String declared() {
        return declared;
    }

    /** Returns what is wrong, in words that all violations of this kind share. */
    String words() {
        return words;
    }

    /** Returns where the first violation of this kind was called from; null where no call made it. */
    String caller() {
        return caller;
    }

    long count() {
        return count.sum();
    }

    void happened() {
        count.increment();
    }
}
