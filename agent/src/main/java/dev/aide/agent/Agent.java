package dev.aide.agent;

import dev.aide.agent.baseline.Baseline;
import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Settings;
import dev.aide.agent.report.Console;
import dev.aide.agent.report.Coverage;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.report.format.ReportFiles;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.weave.LoadedClasses;
import dev.aide.agent.weave.Weaver;
import java.lang.instrument.Instrumentation;

/** Where the JVM enters: {@code java -javaagent:aide.jar}. */
public final class Agent {
    private static final int BAD_CONFIGURATION = 2;

    private Agent() {}

    /**
     * Starts the agent before the program. Settings that cannot be meant end the JVM with exit code 2 before its
     * {@code main}: running on without the checks that were asked for would look safe and not be.
     */
    public static void premain(String arguments, Instrumentation instrumentation) {
        Console console = new Console();
        try {
            start(Settings.read(arguments, Rule.strictness()), instrumentation, console);
        } catch (BadConfiguration e) {
            console.print("aide: " + e.getMessage());
            // a premain that throws would end in the JVM's own page of errors
            Runtime.getRuntime().halt(BAD_CONFIGURATION);
        }
    }

    private static void start(Settings settings, Instrumentation instrumentation, Console console)
            throws BadConfiguration {
        for (String warning : settings.warnings()) {
            console.print("aide: " + warning);
        }
        if (settings.levels().areAllOff()) {
            return;
        }
        Coverage coverage = new Coverage(settings.counts());
        Baseline baseline = settings.baseline().isEmpty() ? null : Baseline.open(settings);
        ReportFiles files = settings.reports().isEmpty() ? null : ReportFiles.open(settings.reports(), console);
        Reporter reporter = new Reporter(settings, coverage, console, baseline);
        Weaver weaver = new Weaver(instrumentation, settings, coverage, reporter);
        instrumentation.addTransformer(weaver, true);
        new LoadedClasses(instrumentation, weaver, coverage).bringIn();
        boolean writes = files != null || settings.updatesBaseline();
        Output output = writes ? new Output(reporter, files, console) : null;
        if (output != null && settings.reportIntervalMillis() > 0) {
            new Rewriting(output, settings.reportIntervalMillis()).start();
        }
        Runtime.getRuntime().addShutdownHook(new AtExit(weaver.background(), reporter, output, console));
        console.print("aide holds " + settings.scope().describe() + " · "
                + settings.levels().describe() + " · depth " + settings.depth());
    }
}
