package dev.aide.agent.report;

import dev.aide.agent.report.CoverageFigures.Figure;
import dev.aide.agent.type.CheckContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the agent holds and what it could not; safe for use by any thread. */
public final class Coverage implements CheckContext.Unchecked {
    private static final int MOST_NAMES = 20;

    private final AtomicInteger woven = new AtomicInteger();
    private final AtomicInteger withoutNeed = new AtomicInteger();
    private final AtomicInteger outOfScope = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger methodsWoven = new AtomicInteger();
    private final AtomicInteger methodsRan = new AtomicInteger();
    private final AtomicInteger judged = new AtomicInteger();
    private final AtomicInteger notJudged = new AtomicInteger();
    private final LongAdder checksFailed = new LongAdder();
    private final Set<String> problems = Collections.synchronizedSet(new TreeSet<String>());
    private final Set<String> unresolved = Collections.synchronizedSet(new TreeSet<String>());
    private final LongAdder calls;
    private final LongAdder elements;
    private final MethodCounts methods;

    /** Starts at zero; calls, elements and each method's executions are counted on request only. */
    public Coverage(boolean counts) {
        calls = counts ? new LongAdder() : null;
        elements = counts ? new LongAdder() : null;
        methods = counts ? new MethodCounts() : null;
    }

    public void woven(int methods) {
        woven.incrementAndGet();
        methodsWoven.addAndGet(methods);
    }

    public void hasNothingToCheck() {
        withoutNeed.incrementAndGet();
    }

    /** Takes back what was counted of a class, which was transformed again. */
    public void wasWoven(int methods) {
        (methods > 0 ? woven : withoutNeed).decrementAndGet();
        methodsWoven.addAndGet(-methods);
    }

    /** Takes back that a class was left as it was, which was transformed again. */
    public void wasFailed() {
        failed.decrementAndGet();
    }

    public void isOutOfScope() {
        outOfScope.incrementAndGet();
    }

    /** A class was left as it was. */
    public void failed(String className, String why) {
        failed.incrementAndGet();
        problem(className.replace('/', '.') + " is not held: " + why);
    }

    /** A site was linked to nothing. */
    public void linkFailed(Throwable cause) {
        problem("a call is not held: " + cause);
    }

    /** A report could not be made. */
    public void reportFailed(Throwable cause) {
        problem("a violation could not be reported: " + cause);
    }

    /** A class was judged by the rules that need no call. */
    public void judged() {
        judged.incrementAndGet();
    }

    /** Classes were not judged, since the program ended first or their bytes were gone. */
    public void notJudged(int classes) {
        notJudged.addAndGet(classes);
    }

    /** A class could not be judged. */
    public void judgeFailed(String className, Throwable cause) {
        notJudged.incrementAndGet();
        problem(className.replace('/', '.') + " is not judged: " + cause);
    }

    /** A file could not be read that a rule would have learned from. */
    public void unreadable(String sentence) {
        problem(sentence);
    }

    public void methodRan() {
        methodsRan.incrementAndGet();
    }

    /** Counts a call by hand, where no woven counter does. */
    public void called() {
        if (calls != null) {
            calls.increment();
        }
    }

    @Override
    public void failed(Throwable cause) {
        checksFailed.increment();
        problem("a value was not checked: " + cause);
    }

    @Override
    public void unresolved(String typeName) {
        if (unresolved.size() < MOST_NAMES) {
            unresolved.add(typeName);
        }
    }

    /** Returns the counter of calls, or null where they are not counted. */
    public LongAdder calls() {
        return calls;
    }

    /** Returns the counter of elements, or null where they are not counted. */
    public LongAdder elements() {
        return elements;
    }

    /** Returns how often each method ran, or null where that is not counted. */
    public MethodCounts methods() {
        return methods;
    }

    boolean holdsNothing() {
        return woven.get() + withoutNeed.get() + failed.get() == 0;
    }

    /** Returns the figures as they stand now. */
    CoverageFigures figures() {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.CLASSES_WOVEN, woven.longValue());
        figures.put(Figure.CLASSES_WITHOUT_NEED, withoutNeed.longValue());
        figures.put(Figure.CLASSES_OUT_OF_SCOPE, outOfScope.longValue());
        figures.put(Figure.CLASSES_FAILED, failed.longValue());
        figures.put(Figure.METHODS_WOVEN, methodsWoven.longValue());
        figures.put(Figure.METHODS_EXECUTED, methodsRan.longValue());
        figures.put(Figure.CLASSES_JUDGED, judged.longValue());
        figures.put(Figure.CLASSES_NOT_JUDGED, notJudged.longValue());
        figures.put(Figure.VALUES_NOT_CHECKED, checksFailed.sum());
        if (calls != null) {
            figures.put(Figure.CALLS, calls.sum());
            figures.put(Figure.ELEMENTS, elements.sum());
        }
        return new CoverageFigures(figures, copy(problems), copy(unresolved));
    }

    /** Returns the coverage lines of the summary. */
    String describe() {
        StringBuilder text = new StringBuilder();
        text.append("  classes     woven ").append(woven);
        text.append(" · nothing to check ").append(withoutNeed);
        text.append(" · out of scope ").append(outOfScope);
        text.append(" · failed ").append(failed).append('\n');
        if (notJudged.get() > 0) {
            text.append("  not judged  ").append(notJudged);
            text.append(notJudged.get() == 1 ? " class" : " classes");
            text.append(
                    " by rules that need no call: the program ended first (with aide.report it would be kept waiting),"
                            + " or they could not be read\n");
        }
        text.append("  methods     woven ").append(methodsWoven);
        text.append(" · executed ").append(methodsRan).append('\n');
        if (calls != null) {
            text.append("  calls       ")
                    .append(calls)
                    .append(" · elements ")
                    .append(elements)
                    .append('\n');
        }
        if (checksFailed.sum() > 0) {
            text.append("  not checked ").append(checksFailed).append(" values that changed or failed while read\n");
        }
        if (!unresolved.isEmpty()) {
            text.append("  not loaded  ").append(unresolved).append(": what is declared so is not checked\n");
        }
        synchronized (problems) {
            for (String problem : problems) {
                text.append("  problem     ").append(problem).append('\n');
            }
        }
        return text.toString();
    }

    private static List<String> copy(Set<String> texts) {
        synchronized (texts) {
            return new ArrayList<>(texts);
        }
    }

    private void problem(String text) {
        if (problems.size() < MOST_NAMES) {
            problems.add(Text.cut(text));
        }
    }
}
