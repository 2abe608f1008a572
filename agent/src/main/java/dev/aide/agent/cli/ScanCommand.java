package dev.aide.agent.cli;

import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Level;
import dev.aide.agent.config.Settings;
import dev.aide.agent.report.Console;
import dev.aide.agent.report.CoverageFigures.Figure;
import dev.aide.agent.report.format.ReportFiles;
import dev.aide.agent.scan.Scan;
import dev.aide.agent.scan.ScanResult;
import dev.aide.agent.scan.ScanSummary;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges classes that nobody runs. */
@Command(
        name = "scan",
        header = "Judges jars and folders of classes by the rules that need no call, without running them.",
        description = {
            "",
            "The rules are arity.declared, docs and convention, swapped arguments at calls among them; each finds what the"
                    + " agent finds in the same classes. Settings are the agent's.",
            "",
            "Without aide.include all classes are judged that are in what is named, and none of the libraries inside of"
                    + " it (BOOT-INF/lib, WEB-INF/lib, jars in jars); with it, what it names wherever it is.",
            "",
            "  java -jar aide.jar scan target/classes",
            "  java -jar aide.jar scan shop.war -Daide.report=out/aide.html,out/aide.sarif",
            "  java -jar aide.jar scan app.jar -cp lib -Daide.include=com.acme.**",
            "  java -jar aide.jar scan app.jar -Daide.baseline=aide.txt",
            ""
        })
final class ScanCommand implements Callable<Integer> {
    /** Which findings make the exit code say so. */
    enum FailOn {
        WARN(Level.WARN),
        ENFORCE(Level.ENFORCE),
        NEVER(null);

        private final Level least;

        FailOn(Level least) {
            this.least = least;
        }

        boolean isReached(ScanResult result) {
            return least != null && !result.unknown(least).isEmpty();
        }
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Jars, wars, ears, and folders of classes, of jars, or of both, such as a project's.")
    private List<Path> inputs;

    @Option(
            names = {"-cp", "--class-path"},
            paramLabel = "PATHS",
            description =
                    "Jars and folders that the classes need, as for java; they are not judged. What a class inherits"
                            + " from is looked up here: of a method that may override an unknown one, nothing is said.")
    private List<String> classPaths = new ArrayList<>();

    @Option(
            names = "--release",
            paramLabel = "N",
            description =
                    "The Java release whose classes count in a multi-release jar; by default the one that runs this.")
    private Integer release;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "warn",
            description = "Which findings give exit code " + ExitCode.FINDINGS + ": warn (all, the default), enforce"
                    + " (those of enforced rules) or never.")
    private FailOn failOn;

    @Option(
            names = "--list",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many findings get a line on standard output; 100 by default.")
    private int mostListed;

    @Mixin
    private SettingOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws BadConfiguration {
        if (mostListed < 0) {
            throw new ParameterException(spec.commandLine(), "--list: '" + mostListed + "' is not a number from 0 up");
        }
        Settings settings = options.read();
        PrintWriter out = spec.commandLine().getOut();
        if (settings.levels().areAllOff()) {
            out.println("aide.mode=off: nothing is judged");
            return ExitCode.FINE;
        }
        // before the work: a folder that cannot be written is told at once
        ReportFiles files = ReportFiles.open(settings.reports(), new Console());
        ScanResult result = scan(settings);
        boolean isWritten = files.write(result.report());
        out.print(new ScanSummary(settings, result, mostListed));
        return exitCode(result, isWritten);
    }

    private ScanResult scan(Settings settings) throws BadConfiguration {
        Scan scan = Scan.of(settings, inputs).withLibraries(libraries());
        TerminalListener listener = new TerminalListener(spec.commandLine().getErr(), Terminal.isInteractive());
        try {
            return (release == null ? scan : scan.forRelease(release)).run(listener);
        } finally {
            listener.end();
        }
    }

    private List<Path> libraries() {
        List<Path> libraries = new ArrayList<>();
        for (String classPath : classPaths) {
            StringTokenizer paths = new StringTokenizer(classPath, File.pathSeparator);
            while (paths.hasMoreTokens()) {
                libraries.add(Paths.get(paths.nextToken()));
            }
        }
        return libraries;
    }

    private int exitCode(ScanResult result, boolean isWritten) {
        if (!result.isWhole() || !isWritten) {
            return ExitCode.BROKEN_INPUT;
        }
        if (result.report().total(Figure.CLASSES_JUDGED) == 0) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "aide: no class was in scope, so nothing was judged; name jars or folders that hold classes,"
                                    + " and set aide.include to your packages, such as com.acme.**");
            return ExitCode.WRONG_USE;
        }
        return failOn.isReached(result) ? ExitCode.FINDINGS : ExitCode.FINE;
    }
}
