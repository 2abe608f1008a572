package dev.aide.agent.weave;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.report.Coverage;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.rule.Judge;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Judges classes by the rules that need no call, off the program's way: in one thread, which begins when no class has come
 * for a while, so that a program's start has the processors to itself. Safe for use by any thread.
 */
public final class BackgroundJudge {
    private static final long NANOS_PER_MILLI = 1_000_000;
    /** When it begins at the latest, where classes come all the time. */
    private static final long LATEST_NANOS = 5_000 * NANOS_PER_MILLI;
    /** How many bytes of class files wait at most; those of further classes are read again when their turn comes. */
    private static final long MOST_BYTES = 16L << 20;

    private final Judge judge;
    private final Reporter reporter;
    private final Coverage coverage;
    private final long calmNanos;
    private final Deque<Case> waiting = new ArrayDeque<>();
    private long waitingBytes;
    /** Those that wait, and the one under way. */
    private int open;

    private long lastCame;
    private boolean isRunning;
    private boolean hasBegun;
    /** Set once the program ends, and the beginning is not to be waited for. */
    private boolean isHurried;
    /** Set once what was left is counted as not judged. */
    private boolean isOver;

    /**
     * Judges.
     *
     * @param calmMillis for how long no class may come before it begins
     */
    BackgroundJudge(Judge judge, Reporter reporter, Coverage coverage, long calmMillis) {
        this.judge = judge;
        this.reporter = reporter;
        this.coverage = coverage;
        this.calmNanos = calmMillis * NANOS_PER_MILLI;
    }

    synchronized void submit(ClassFile file, Surroundings surroundings) {
        boolean keeps = waitingBytes < MOST_BYTES;
        waitingBytes += keeps ? file.bytes().length : 0;
        submit(new Case(file.name(), keeps ? file : null, surroundings, false));
    }

    /**
     * Judges a class by the rules that are on by then.
     *
     * @param wasJudged whether it was counted before
     */
    synchronized void submit(String name, Surroundings surroundings, boolean wasJudged) {
        submit(new Case(name, null, surroundings, wasJudged));
    }

    private void submit(Case next) {
        waiting.add(next);
        open++;
        lastCame = System.nanoTime();
        if (!isRunning) {
            isRunning = true;
            Thread thread = new Thread(
                    new Runnable() {
                        @Override
                        public void run() {
                            work();
                        }
                    },
                    "aide-judge");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * Waits until all is judged, but no longer than this; what is left counts as not judged.
     *
     * @param all whether a program that ends before anything was judged is kept waiting too
     */
    public synchronized void finish(long millis, boolean all) {
        if (hasBegun || all) {
            awaitEnd(millis);
        }
        isOver = true;
        coverage.notJudged(open);
    }

    private synchronized void awaitEnd(long millis) {
        isHurried = true;
        notifyAll();
        long end = System.nanoTime() + millis * NANOS_PER_MILLI;
        try {
            for (long left = millis; isRunning && left > 0; left = (end - System.nanoTime()) / NANOS_PER_MILLI) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        pause();
        begin();
        for (Case next = next(); next != null; next = next()) {
            boolean isJudged = false;
            try {
                isJudged = judge(next);
            } catch (Throwable e) {
                coverage.judgeFailed(next.name, e);
            }
            end(isJudged && !next.wasJudged);
        }
    }

    private synchronized void pause() {
        long latest = System.nanoTime() + LATEST_NANOS;
        try {
            for (long left = calmNanos; !isHurried && left > 0; left = untilBeginning(latest)) {
                wait(left / NANOS_PER_MILLI + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long untilBeginning(long latest) {
        long now = System.nanoTime();
        return Math.min(lastCame + calmNanos - now, latest - now);
    }

    private synchronized void begin() {
        hasBegun = true;
    }

    private synchronized Case next() {
        Case next = waiting.poll();
        if (next == null) {
            isRunning = false;
            notifyAll();
        } else if (next.file != null) {
            waitingBytes -= next.file.bytes().length;
        }
        return next;
    }

    private boolean judge(Case next) {
        ClassFile file = next.file == null ? next.surroundings.find(next.name) : next.file;
        if (file == null) {
            coverage.notJudged(1);
            return false;
        }
        reporter.note(judge.judge(file, next.surroundings));
        return true;
    }

    private synchronized void end(boolean isNew) {
        open--;
        if (isNew && !isOver) {
            coverage.judged();
        }
    }

    /** A class to be judged; its class file is null where it is to be read again. */
    private static final class Case {
        final String name;
        final ClassFile file;
        final Surroundings surroundings;
        final boolean wasJudged;

        Case(String name, ClassFile file, Surroundings surroundings, boolean wasJudged) {
            this.name = name;
            this.file = file;
            this.surroundings = surroundings;
            this.wasJudged = wasJudged;
        }
    }
}
