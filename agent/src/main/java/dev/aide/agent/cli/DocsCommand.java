package dev.aide.agent.cli;

import dev.aide.agent.docs.DocIndexBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds an index of documentation ahead. */
@Command(
        name = "docs",
        header = "Builds an index of documentation, for programs that run where their sources are not.",
        description = {
            "",
            "The rules docs.missing and docs.stale read comments in sources. In a container's image there are none: build"
                    + " an index with the image, and name it to the agent.",
            "",
            "  java -jar aide.jar docs src/main/java lib/orders-sources.jar -o shop.aidedocs",
            "  java -javaagent:aide.jar -Daide.docs.sources=shop.aidedocs -jar shop.jar"
        })
final class DocsCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCES",
            description = "Jars of sources, and folders that are searched with all below them.")
    private List<Path> sources;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "The index, whose name ends in " + DocIndexBuilder.ENDING + ".")
    private Path target;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws BrokenInput {
        for (Path source : sources) {
            if (!Files.exists(source)) {
                throw new BrokenInput(source + " is not there");
            }
        }
        List<String> problems = new ArrayList<>();
        int classes = build(problems);
        if (classes == 0) {
            problems.add(
                    "there is no Java source in what was named, so the index is empty; name jars of sources, such as"
                            + " orders-sources.jar, or folders such as src/main/java");
        }
        for (String problem : problems) {
            spec.commandLine().getErr().println("aide: " + problem);
        }
        String count = classes + (classes == 1 ? " class is" : " classes are");
        spec.commandLine().getOut().println(count + " in " + target + "; -Daide.docs.sources=" + target + " reads it");
        return problems.isEmpty() ? ExitCode.FINE : ExitCode.BROKEN_INPUT;
    }

    private int build(List<String> problems) throws BrokenInput {
        try {
            return DocIndexBuilder.build(sources, target, problems::add);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (IOException e) {
            throw new BrokenInput(target + " could not be written: " + e, e);
        }
    }
}
