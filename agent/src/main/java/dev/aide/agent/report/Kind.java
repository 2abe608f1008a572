package dev.aide.agent.report;

import dev.aide.agent.baseline.BaselineEntry;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SourcePlace;
import dev.aide.agent.rule.StaticFinding;

/** What makes violations one finding: a rule broken at a position of a method by a type. Immutable. */
public final class Kind {
    private final Rule rule;
    private final String className;
    private final String methodId;
    private final String method;
    private final String position;
    private final String found;
    private final String declared;
    private final String words;
    /** Null where it is not known. */
    private final SourcePlace source;

    /** Makes the kind of an occurrence, in a method, at a place given in words. */
    Kind(String className, String methodId, String place, Occurrence occurrence) {
        this(
                occurrence.rule(),
                className,
                methodId,
                place,
                occurrence.position() + occurrence.shape(),
                occurrence.found(),
                occurrence.declared(),
                occurrence.kindInWords());
    }

    /** Makes the kind of what a rule found in a class file. */
    public static Kind of(StaticFinding finding) {
        Kind kind = new Kind(finding.className(), finding.methodId(), finding.method(), Occurrence.of(finding));
        return kind.at(finding.source());
    }

    public Kind(
            Rule rule,
            String className,
            String methodId,
            String method,
            String position,
            String found,
            String declared,
            String words) {
        this(rule, className, methodId, method, position, found, declared, words, null);
    }

    private Kind(
            Rule rule,
            String className,
            String methodId,
            String method,
            String position,
            String found,
            String declared,
            String words,
            SourcePlace source) {
        this.rule = rule;
        this.className = className;
        this.methodId = methodId;
        this.method = method;
        this.position = position;
        this.found = found;
        this.declared = declared;
        this.words = words;
        this.source = source;
    }

    /** Returns this kind with the place in the sources where it stands, or null. */
    public Kind at(SourcePlace place) {
        return new Kind(rule, className, methodId, method, position, found, declared, words, place);
    }

    public Rule rule() {
        return rule;
    }

    /** Returns the class's binary name. */
    public String className() {
        return className;
    }

    /** Returns the method's name and descriptor: what identifies it in its class. */
    public String methodId() {
        return methodId;
    }

    /** Returns the method in words: {@code com.acme.OrderService.place(List<OrderLine> lines)}. */
    public String method() {
        return method;
    }

    /** Returns the position without indexes, such as {@code lines[]}. */
    public String position() {
        return position;
    }

    /** Returns the full name of the type that was found. */
    public String found() {
        return found;
    }

    /** Returns what is wrong in words: {@code lines[] is java.lang.String, declared com.acme.OrderLine}. */
    public String words() {
        return words;
    }

    /** Returns where in the sources it stands; null where that is not known, as of what only calls show. */
    public SourcePlace source() {
        return source;
    }

    /** Returns the full name of the type that was declared; empty where none was. */
    public String declared() {
        return declared;
    }

    /** Returns what tells this kind from all others, in every JVM that runs the same classes. */
    String identity() {
        return rule.id() + ' ' + className + '#' + methodId + ' ' + position + ' ' + found;
    }

    /** Returns 16 hex digits that stand for it where no name is to be told. */
    public String id() {
        return Fingerprint.of(identity());
    }

    /** Returns the line by which a baseline knows it. */
    public BaselineEntry baselineEntry() {
        int bracket = methodId.indexOf('(');
        return BaselineEntry.of(
                rule, className, methodId.substring(0, bracket), methodId.substring(bracket), position, found);
    }
}
