package dev.aide.agent.report;

import dev.aide.agent.config.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A finding as it stood when a report was made; immutable. */
public final class ReportedFinding {
    /** Stands for executions where they are not counted. */
    public static final long NOT_COUNTED = -1;

    /** What happened most often, then what stands in the hottest method. */
    static final Comparator<ReportedFinding> WORST_FIRST = new Comparator<ReportedFinding>() {
        @Override
        public int compare(ReportedFinding a, ReportedFinding b) {
            int byCount = Long.compare(b.count, a.count);
            int byHeat = byCount == 0 ? Long.compare(b.executions, a.executions) : byCount;
            int byPlace = byHeat == 0 ? a.place().compareTo(b.place()) : byHeat;
            return byPlace == 0 ? a.kind.identity().compareTo(b.kind.identity()) : byPlace;
        }
    };

    private final Kind kind;
    private final Level level;
    private final boolean isKnown;
    private final long count;
    private final long executions;
    private final long firstMillis;
    private final long lastMillis;
    private final List<StackTraceElement> callers;

    /**
     * Takes what is known of a finding.
     *
     * @param count how often it happened; 0 where it stands in a class file and no call came to it
     * @param executions how often its method ran, or {@link #NOT_COUNTED}
     */
    public ReportedFinding(
            Kind kind,
            Level level,
            boolean isKnown,
            long count,
            long executions,
            long firstMillis,
            long lastMillis,
            List<StackTraceElement> callers) {
        this.kind = kind;
        this.level = level;
        this.isKnown = isKnown;
        this.count = count;
        this.executions = executions;
        this.firstMillis = firstMillis;
        this.lastMillis = lastMillis;
        this.callers = Collections.unmodifiableList(new ArrayList<>(callers));
    }

    static ReportedFinding of(Finding finding) {
        return new ReportedFinding(
                finding.kind(),
                finding.level(),
                finding.isKnown(),
                finding.count(),
                finding.executions(),
                finding.firstMillis(),
                finding.lastMillis(),
                finding.callers());
    }

    /** Returns this finding and that of another JVM as one: new if it is new to either. */
    ReportedFinding and(ReportedFinding other) {
        Set<StackTraceElement> all = new LinkedHashSet<>(callers);
        all.addAll(other.callers);
        List<StackTraceElement> some = new ArrayList<>(all);
        return new ReportedFinding(
                kind,
                level == Level.ENFORCE ? level : other.level,
                isKnown && other.isKnown,
                count + other.count,
                sum(executions, other.executions),
                Math.min(firstMillis, other.firstMillis),
                Math.max(lastMillis, other.lastMillis),
                some.subList(0, Math.min(some.size(), Finding.MOST_CALLERS)));
    }

    /** What was not counted in one JVM leaves what was in the other. */
    private static long sum(long some, long others) {
        return some == NOT_COUNTED ? others : others == NOT_COUNTED ? some : some + others;
    }

    /** Returns the same finding, known or not. */
    ReportedFinding known(boolean known) {
        return new ReportedFinding(kind, level, known, count, executions, firstMillis, lastMillis, callers);
    }

    public Kind kind() {
        return kind;
    }

    public Level level() {
        return level;
    }

    /** Tells whether a baseline lists it. */
    public boolean isKnown() {
        return isKnown;
    }

    public long count() {
        return count;
    }

    /** Tells whether it was found in a class file, and no call has come to it. */
    boolean isNoted() {
        return count == 0;
    }

    /** Returns how often its method ran, or {@link #NOT_COUNTED}. */
    public long executions() {
        return executions;
    }

    /** Returns when it happened first, in milliseconds since 1970. */
    public long firstMillis() {
        return firstMillis;
    }

    /** Returns when it happened last, in milliseconds since 1970, to about a second. */
    public long lastMillis() {
        return lastMillis;
    }

    /** Returns the first few places that it was called from, all different. */
    public List<StackTraceElement> callers() {
        return callers;
    }

    private String place() {
        return kind.method() + kind.position();
    }
}
