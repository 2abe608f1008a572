package dev.aide.agent.cli.page;

import dev.aide.agent.rule.Rule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The pages on rules, which the build takes from {@code docs/rules} into the jar. */
public final class RulePages {
    private RulePages() {}

    /** Returns the page with the table of all rules. */
    public static Page all() throws IOException {
        return read("README.md");
    }

    /** Returns the page of one rule. */
    public static Page of(Rule rule) throws IOException {
        return read(rule.id() + ".md");
    }

    private static Page read(String name) throws IOException {
        InputStream in = RulePages.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("aide.jar is not whole: it has no " + name);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().collect(Collectors.toList());
            return new Page(lines);
        }
    }
}
