package dev.aide.agent.cli;

import dev.aide.agent.baseline.BaselineFile;
import dev.aide.agent.baseline.BaselineText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes one baseline of several. */
@Command(
        name = "merge",
        header = "Makes one baseline of several, sorted, each line once.",
        description = {
            "",
            "Comments stay with their lines; where two files have comments on one line, the first file's stay.",
            "",
            "  java -jar aide.jar baseline merge orders.txt billing.txt -o aide-baseline.txt"
        })
final class BaselineMergeCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "BASELINE", description = "The baselines.")
    private List<String> paths;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where to write; one of the baselines may be meant. Without it, stdout.")
    private String target;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws BrokenInput {
        BaselineText merged = BaselineInput.read(paths.get(0));
        for (String path : paths.subList(1, paths.size())) {
            merged = merged.and(BaselineInput.read(path));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (target == null) {
            out.print(merged);
        } else {
            write(merged);
            int entries = merged.entries().size();
            out.println(target + ": " + entries + (entries == 1 ? " line" : " lines"));
        }
        return ExitCode.FINE;
    }

    private void write(BaselineText text) throws BrokenInput {
        try {
            new BaselineFile(target).write(text);
        } catch (IOException e) {
            throw new BrokenInput(target + " could not be written, it is as it was: " + e, e);
        }
    }
}
