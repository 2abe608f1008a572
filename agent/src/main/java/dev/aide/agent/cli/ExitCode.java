package dev.aide.agent.cli;

/** What commands return to the shell; every {@code --help} and {@code docs/cli.md} say the same. */
final class ExitCode {
    static final int FINE = 0;

    /** All went well, and what was found is there to be looked at: CI jobs stop here. */
    static final int FINDINGS = 1;

    /** The command, an option or a setting cannot be meant as written. The agent ends a JVM with the same code. */
    static final int WRONG_USE = 2;

    /** A file or a process is not there, broken or out of reach. */
    static final int BROKEN_INPUT = 3;

    /** Aide itself failed. */
    static final int DEFECT = 4;

    private ExitCode() {}
}
