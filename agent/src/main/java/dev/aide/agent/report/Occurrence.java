package dev.aide.agent.report;

import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.StaticFinding;
import dev.aide.agent.type.Mismatch;

/** One thing that is wrong about a call: a value, a method itself, or an exception; immutable. */
final class Occurrence {
    private final Rule rule;
    private final String position;
    private final Mismatch mismatch;
    private final String shape;
    private final String found;
    private final String declared;
    private final String sentence;

    private Occurrence(
            Rule rule,
            String position,
            Mismatch mismatch,
            String shape,
            String found,
            String declared,
            String sentence) {
        this.rule = rule;
        this.position = position;
        this.mismatch = mismatch;
        this.shape = shape;
        this.found = found;
        this.declared = declared;
        this.sentence = sentence;
    }

    /** A value that does not fit, at a position that the method gives a name to. */
    static Occurrence of(Rule rule, String position, Mismatch mismatch) {
        String found = Text.stableClassName(mismatch.found());
        return new Occurrence(rule, position, mismatch, mismatch.shape(), found, null, null);
    }

    /** What is wrong with the method, whatever it is called with. */
    static Occurrence of(StaticFinding finding) {
        return new Occurrence(finding.rule(), finding.position(), null, "", finding.found(), "", finding.sentence());
    }

    /** An exception that a method throws and does not declare. */
    static Occurrence ofThrown(Rule rule, Throwable thrown, String declared) {
        String found = thrown.getClass().getName();
        return new Occurrence(rule, "throws", null, "", found, declared, "throws " + found + ", declared " + declared);
    }

    Rule rule() {
        return rule;
    }

    String position() {
        return position;
    }

    /** Returns the steps from the position to what is wrong, without indexes. */
    String shape() {
        return shape;
    }

    /** Returns what is there, in words that stay the same from run to run. */
    String found() {
        return found;
    }

    String declared() {
        return mismatch == null ? declared : mismatch.declared();
    }

    /** Returns the words that all occurrences of this kind share. */
    String kindInWords() {
        return mismatch == null ? sentence : position + shape + " is " + found + ", declared " + declared();
    }

    /** Returns the words for this very one. */
    String inWords(boolean showsValues) {
        if (mismatch == null) {
            return Text.cut(sentence);
        }
        String value = showsValues ? Text.quote(mismatch.value()) : "";
        String container = mismatch.container() == null ? "" : "  (" + Text.cut(mismatch.container()) + ')';
        return Text.cut(position + mismatch.path()) + "  is " + Text.cut(mismatch.found()) + value + ", declared "
                + Text.cut(mismatch.declared()) + container;
    }
}
