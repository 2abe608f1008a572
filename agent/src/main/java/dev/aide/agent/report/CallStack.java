package dev.aide.agent.report;

import java.util.Arrays;

/** The stack at a violation, seen from the woven method: the frames above it are the agent's. Immutable. */
final class CallStack {
    /** The JDK's packages, and Groovy's, which stands between each two methods of a program in it. */
    private static final String[] MACHINERY = {
        "java.", "javax.", "jdk.", "sun.", "com.sun.", "groovy.lang.", "org.codehaus.groovy.", "org.apache.groovy."
    };

    private final StackTraceElement[] frames;

    private CallStack(StackTraceElement[] frames) {
        this.frames = frames;
    }

    static CallStack of(String className, String method) {
        StackTraceElement[] all = new Throwable().getStackTrace();
        for (int i = 0; i < all.length; i++) {
            if (all[i].getClassName().equals(className)
                    && all[i].getMethodName().equals(method)) {
                return new CallStack(Arrays.copyOfRange(all, i, all.length));
            }
        }
        return new CallStack(all);
    }

    /** Returns where in the woven method it happened. */
    String here() {
        return frames.length == 0 ? "an unknown place" : frames[0].toString();
    }

    /**
     * Returns the nearest caller that is neither the JDK's nor Groovy's, or the nearest one where all are; null where only
     * the JVM called.
     */
    StackTraceElement caller() {
        for (int i = 1; i < frames.length; i++) {
            if (!isMachinery(frames[i].getClassName()) && !isSiteOfGroovy(i)) {
                return frames[i];
            }
        }
        return frames.length > 1 ? frames[1] : null;
    }

    StackTraceElement[] frames() {
        return frames.clone();
    }

    private static boolean isMachinery(String className) {
        for (String prefix : MACHINERY) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return className.contains("$Proxy");
    }

    /**
     * Tells whether a frame is of a class that Groovy without invokedynamic makes for the calls of a method: it has no
     * source, and is called {@code Order$place} for what it calls.
     */
    private boolean isSiteOfGroovy(int index) {
        StackTraceElement frame = frames[index];
        return frame.getFileName() == null
                && frame.getMethodName().startsWith("call")
                && frame.getClassName().contains('$' + frames[index - 1].getMethodName());
    }
}
