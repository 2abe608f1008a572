package dev.aide.agent.cli;

import dev.aide.agent.cli.page.Page;
import dev.aide.agent.cli.page.RulePages;
import dev.aide.agent.config.Nearest;
import dev.aide.agent.rule.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the page of a rule. */
@Command(
        name = "explain",
        header = "Shows what a rule holds, with a bad and a good example.",
        description = {
            "",
            "Each finding names its rule. Its page says why there is such a rule, what it looks at and what it leaves"
                    + " alone, and how to silence one case.",
            "",
            "  java -jar aide.jar explain                  all rules",
            "  java -jar aide.jar explain types.argument   one of them"
        })
final class ExplainCommand implements Callable<Integer> {
    private static final int WIDTH = 100;

    @Parameters(arity = "0..1", paramLabel = "RULE", description = "The rule's id; without it, the table of all rules.")
    private String rule;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.print(page().render(WIDTH, Ansi.AUTO.enabled()));
        if (rule == null) {
            out.println();
            out.println(spec.qualifiedName() + " RULE shows one of them.");
        }
        return ExitCode.FINE;
    }

    private Page page() throws IOException {
        if (rule == null) {
            return RulePages.all();
        }
        for (Rule known : Rule.values()) {
            if (known.id().equals(rule)) {
                return RulePages.of(known);
            }
        }
        String family = family();
        if (!family.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "'" + rule + "' is a family of rules; name one:" + family);
        }
        throw new ParameterException(
                spec.commandLine(),
                "'" + rule + "' is not a rule; did you mean "
                        + Nearest.to(rule, Rule.strictness().keySet()) + "?");
    }

    private String family() {
        StringBuilder family = new StringBuilder();
        for (Rule known : Rule.values()) {
            if (known.id().startsWith(rule + ".")) {
                family.append(family.length() == 0 ? " " : ", ").append(known.id());
            }
        }
        return family.toString();
    }
}
