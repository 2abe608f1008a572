package dev.aide.agent.start;

/**
 * Tells whether the program's {@code main} has begun: until then nothing is started that the program may want to prepare.
 * Safe for use by any thread.
 */
public final class ProgramStart {
    private static final String[] MACHINERY = {"java.", "jdk.", "sun."};

    /** The thread that will run main; null where it is running already. */
    private final Thread main;

    private ProgramStart(Thread main) {
        this.main = main;
    }

    /** For an agent that is started by this thread before it runs main. */
    public static ProgramStart by(Thread main) {
        return new ProgramStart(main);
    }

    /** For an agent that comes into a running program. */
    public static ProgramStart past() {
        return new ProgramStart(null);
    }

    public boolean hasBegun() {
        if (main == null || !main.isAlive()) {
            return true;
        }
        StackTraceElement[] stack = main.getStackTrace();
        return stack.length > 0 && !isMachinery(stack[stack.length - 1].getClassName());
    }

    /** Tells the classes that call agents, the main class's loader and what else comes before main. */
    private static boolean isMachinery(String className) {
        for (String prefix : MACHINERY) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
