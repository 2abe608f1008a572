package dev.aide.agent;

import dev.aide.agent.baseline.Baseline;
import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.LogTarget;
import dev.aide.agent.config.Settings;
import dev.aide.agent.jmx.JmxWatch;
import dev.aide.agent.log.ProgramLog;
import dev.aide.agent.report.Console;
import dev.aide.agent.report.Coverage;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.report.format.ReportFiles;
import dev.aide.agent.start.ProgramStart;
import dev.aide.agent.weave.LoadedClasses;
import dev.aide.agent.weave.ModeSwitch;
import dev.aide.agent.weave.Weaver;
import java.lang.instrument.Instrumentation;

/** The agent at work in this JVM, put together of its parts. Safe for use by any thread. */
final class RunningAgent {
    private final String description;
    private final ModeSwitch modes;

    private RunningAgent(String description, ModeSwitch modes) {
        this.description = description;
        this.modes = modes;
    }

    /**
     * Starts.
     *
     * @param settings which do not switch everything off for good
     * @param main the thread that will run main, or null where it is running already
     * @throws BadConfiguration if a baseline cannot be read, or a report not written; then nothing was started
     */
    static RunningAgent start(Settings settings, Instrumentation instrumentation, Console console, Thread main)
            throws BadConfiguration {
        Coverage coverage = new Coverage(settings.counts());
        Baseline baseline = settings.baseline().isEmpty() ? null : Baseline.open(settings);
        ReportFiles files = settings.reports().isEmpty() ? null : ReportFiles.open(settings.reports(), console);
        ProgramLog log = settings.log() == LogTarget.STDERR
                ? null
                : new ProgramLog(settings.log(), ProgramStart.by(main), console);
        Reporter reporter = new Reporter(settings, coverage, log == null ? console : log, baseline);
        Weaver weaver = new Weaver(instrumentation, settings, coverage, reporter);
        boolean writes = files != null || settings.updatesBaseline();
        Output output = writes ? new Output(reporter, files, console) : null;
        Runtime.getRuntime().addShutdownHook(new AtExit(weaver.background(), reporter, output, log, console));
        LoadedClasses loaded = new LoadedClasses(instrumentation, weaver);
        ModeSwitch modes = new ModeSwitch(settings, weaver, loaded);
        JmxWatch jmx = new JmxWatch(settings, reporter, modes, main);
        instrumentation.addTransformer(weaver, true);
        // the first that could not retransform would make the JVM hand over each class twice
        instrumentation.addTransformer(jmx, true);
        Class<?>[] before = instrumentation.getAllLoadedClasses();
        jmx.lookAt(before);
        int broughtIn = loaded.bringIn(before);
        if (output != null && settings.reportIntervalMillis() > 0) {
            new Rewriting(output, settings.reportIntervalMillis()).start();
        }
        return new RunningAgent(describe(settings, baseline, broughtIn), modes);
    }

    /** Returns in a line what is held, and how. */
    String describe() {
        return description;
    }

    /** Gives keys other values; parameters, result and failure are those of {@link ModeSwitch#set(String)}. */
    String switchModes(String arguments) throws BadConfiguration {
        return modes.set(arguments);
    }

    private static String describe(Settings settings, Baseline baseline, int broughtIn) {
        return "aide holds " + settings.scope().describe() + " · "
                + settings.levels().describe() + " · depth " + settings.depth()
                + (settings.isLive() ? " · live" : "")
                + (baseline == null ? "" : " · " + baseline.describe())
                + (broughtIn == 0 ? "" : " · " + broughtIn + " loaded before");
    }
}
