package dev.aide.agent.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One JVM that a report is about: what it ran, how aide was set, and what aide saw of it. Immutable. */
public final class JvmRun {
    private final String process;
    private final String program;
    private final String java;
    private final long startMillis;
    private final String scope;
    private final Map<String, String> settings;
    private final CoverageFigures coverage;

    /**
     * Describes a JVM.
     *
     * @param process its process id
     * @param program its main class or jar, without arguments
     * @param java version and name of the JVM
     * @param startMillis when aide started in it, in milliseconds since 1970
     * @param scope which classes were held, in words
     * @param settings what was set, by key
     */
    public JvmRun(
            String process,
            String program,
            String java,
            long startMillis,
            String scope,
            Map<String, String> settings,
            CoverageFigures coverage) {
        this.process = process;
        this.program = program;
        this.java = java;
        this.startMillis = startMillis;
        this.scope = scope;
        this.settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        this.coverage = coverage;
    }

    public String process() {
        return process;
    }

    public String program() {
        return program;
    }

    public String java() {
        return java;
    }

    public long startMillis() {
        return startMillis;
    }

    public String scope() {
        return scope;
    }

    public Map<String, String> settings() {
        return settings;
    }

    public CoverageFigures coverage() {
        return coverage;
    }
}
