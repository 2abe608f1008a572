package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RuleTableTest {
    @Test
    void the_documents_table_says_what_the_code_says() throws Exception {
        List<String> expected = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            expected.add("| [" + rule.id() + "](" + rule.id() + ".md) | " + rule.summary() + " | " + start(rule, "warn")
                    + " | " + start(rule, "enforce") + " | " + start(rule, "strict") + " |");
        }

        List<String> documented = Files.readAllLines(Path.of("..", "docs", "rules", "README.md")).stream()
                .filter(line -> line.startsWith("| ["))
                .toList();

        assertThat(documented).isEqualTo(expected);
    }

    private static String start(Rule rule, String mode) throws Exception {
        Settings settings = Settings.read("include=**;mode=" + mode, Rule.strictness());
        return "`" + settings.levels().of(rule.id(), "com/acme/Order").name().toLowerCase(Locale.ROOT) + "`";
    }
}
