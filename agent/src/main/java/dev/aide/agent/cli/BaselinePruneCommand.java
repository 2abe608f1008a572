package dev.aide.agent.cli;

import dev.aide.agent.baseline.BaselineEntry;
import dev.aide.agent.baseline.BaselineFile;
import dev.aide.agent.baseline.EntryState;
import dev.aide.agent.report.Report;
import dev.aide.agent.report.Reports;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes lines of a baseline that may go, with what proves it. */
@Command(
        name = "prune",
        header = "Proposes lines of a baseline that may go, each with its proof.",
        description = {
            "",
            "A line may go if its method ran often enough without the finding in all the runs together, 100 times unless"
                    + " aide.baseline.proof says otherwise; if a rule that needs no call judged its method and did not"
                    + " find it; or if its class has no such method any more. The runs must"
                    + " have had the baseline: what it lists is what they count. Code that did not run proves nothing.",
            "",
            "Nothing is changed unless --write is given.",
            "",
            "  java -jar aide.jar baseline prune aide-baseline.txt target/aide",
            "  java -jar aide.jar baseline prune aide-baseline.txt target/aide --write"
        })
final class BaselinePruneCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "BASELINE", description = "The baseline to look at.")
    private String path;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "REPORT",
            description = "JSON reports of runs with this baseline, or folders of them.")
    private List<Path> reports;

    @Option(names = "--write", description = "Take the lines out, with the comments above and behind them.")
    private boolean writes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws BrokenInput {
        Set<BaselineEntry> entries = BaselineInput.read(path).entries();
        Report report = Reports.merge(ReportInput.read(reports));
        Report held = Reports.against(report, Collections.singletonList(path), entries);
        PrintWriter out = spec.commandLine().getOut();
        List<BaselineEntry> gone = new ArrayList<>();
        int seen = 0;
        for (EntryState state : held.baseline().entries()) {
            seen += state.isSeen() ? 1 : 0;
            if (state.isGone()) {
                out.println(state.entry());
                out.println("    " + state.proofInWords());
                gone.add(BaselineEntry.parse(state.entry()));
            }
        }
        if (writes && !gone.isEmpty()) {
            remove(gone);
        }
        out.println(count(entries.size(), seen, gone.size()));
        return ExitCode.FINE;
    }

    private String count(int entries, int seen, int gone) {
        String text = path + ": " + entries + (entries == 1 ? " line" : " lines") + ", " + seen + " seen, "
                + (entries - seen - gone) + " without proof, " + gone + (writes ? " taken out" : " may go");
        return gone == 0 || writes ? text : text + "; --write takes " + (gone == 1 ? "it" : "them") + " out";
    }

    private void remove(List<BaselineEntry> gone) throws BrokenInput {
        try {
            new BaselineFile(path).remove(gone);
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokenInput(path + " could not be written, it is as it was: " + e, e);
        }
    }
}
