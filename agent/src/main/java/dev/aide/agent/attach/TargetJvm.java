package dev.aide.agent.attach;

/** A JVM of this machine that can be attached to; immutable. */
public final class TargetJvm {
    private final String process;
    private final String program;

    TargetJvm(String process, String program) {
        this.process = process;
        this.program = program;
    }

    /** Returns the process id. */
    public String process() {
        return process;
    }

    /** Returns the main class or the jar, without arguments, which may hold secrets; empty where the JVM does not say. */
    public String program() {
        return program;
    }
}
