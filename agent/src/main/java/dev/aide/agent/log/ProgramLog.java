package dev.aide.agent.log;

import dev.aide.agent.config.Level;
import dev.aide.agent.config.LogTarget;
import dev.aide.agent.report.Console;
import dev.aide.agent.report.ViolationLog;
import dev.aide.agent.start.ProgramStart;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells violations to a logging library of the program, from a thread of its own, so that no lock, no failure and no slowness
 * of the library comes into the violating code; and not before {@code main}, so that the program can prepare it. What the
 * library does not take goes to standard error. Safe for use by any thread.
 */
public final class ProgramLog implements ViolationLog {
    private static final long POLL_MILLIS = 50;

    private final LogTarget target;
    private final ProgramStart start;
    private final Console console;
    private final Deque<Told> waiting = new ArrayDeque<>();
    private LogLibrary library;
    /** What is being written; null while nothing is. */
    private Told current;
    /** Whether there is a thread that writes. */
    private boolean isRunning;
    /** Set once the library failed, or the program ends without having given it time. */
    private boolean isGivenUp;

    public ProgramLog(LogTarget target, ProgramStart start, Console console) {
        this.target = target;
        this.start = start;
        this.console = console;
    }

    @Override
    public synchronized void tell(Class<?> owner, Level level, String text) {
        if (isGivenUp) {
            console.print(text);
            return;
        }
        waiting.add(new Told(owner, level, text));
        if (!isRunning) {
            isRunning = true;
            Thread thread = new Thread(
                    new Runnable() {
                        @Override
                        public void run() {
                            work();
                        }
                    },
                    "aide-log");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * Writes to standard error what the library did not take yet: it may be closed by now, since it ends with the program
     * too. What it is just taking may be told twice, rather than never.
     */
    public synchronized void finish() {
        if (current != null) {
            console.print(current.text);
        }
        giveUp();
    }

    private void work() {
        awaitStart();
        for (Told next = next(); next != null; next = next()) {
            try {
                library().write(next.owner, next.level, next.text);
            } catch (Throwable e) {
                console.print("aide: aide.log=" + target.text() + ": " + reason(e, next.owner)
                        + "; violations go to standard error from here on");
                console.print(next.text);
                giveUp();
            }
        }
    }

    private void awaitStart() {
        try {
            while (!start.hasBegun()) {
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Told next() {
        current = waiting.poll();
        isRunning = current != null;
        return current;
    }

    private synchronized void giveUp() {
        isGivenUp = true;
        for (Told told = waiting.poll(); told != null; told = waiting.poll()) {
            console.print(told.text);
        }
    }

    private LogLibrary library() {
        if (library == null) {
            switch (target) {
                case SLF4J:
                    library = new Slf4jLibrary();
                    break;
                case JUL:
                    library = new JulLibrary();
                    break;
                default:
                    library = new SystemLibrary();
            }
        }
        return library;
    }

    private static String reason(Throwable failure, Class<?> owner) {
        if (failure instanceof ClassNotFoundException || failure instanceof NoClassDefFoundError) {
            return failure.getMessage().replace('/', '.') + " is not there for " + owner.getName();
        }
        return String.valueOf(failure instanceof InvocationTargetException ? failure.getCause() : failure);
    }

    /** A violation that waits to be written. */
    private static final class Told {
        final Class<?> owner;
        final Level level;
        final String text;

        Told(Class<?> owner, Level level, String text) {
            this.owner = owner;
            this.level = level;
            this.text = text;
        }
    }
}
