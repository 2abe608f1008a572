package dev.aide.agent.start;

/**
 * Tells whether the program's {@code main} has begun: until then nothing is started that the program may want to prepare.
 * Safe for use by any thread.
 */
public final class ProgramStart {
    private static final String[] MACHINERY = {"java.", "jdk.", "sun."};

    private final Thread main;

    private ProgramStart(Thread main) {
        this.main = main;
    }

    /**
     * Watches a program.
     *
     * @param main the thread that will run main; null where it is running already
     */
    public static ProgramStart by(Thread main) {
        return new ProgramStart(main);
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
