package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTableTest {
    private static final Path PAGES = Path.of("..", "docs", "rules");

    @Test
    void the_documents_table_says_what_the_code_says() throws Exception {
        List<String> expected = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            expected.add("| [" + rule.id() + "](" + rule.id() + ".md) | " + rule.summary() + " | " + start(rule, "warn")
                    + " | " + start(rule, "enforce") + " | " + start(rule, "strict") + " |");
        }

        List<String> documented = Files.readAllLines(PAGES.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| ["))
                .toList();

        assertThat(documented).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void each_rule_has_a_page_that_says_all_of_it(Rule rule) {
        assertThat(PAGES.resolve(rule.id() + ".md"))
                .content()
                .startsWith("# " + rule.id() + "\n")
                .contains("**Why.**", "**Bad", "**Good", "**How it is switched.**", "**To silence one case:**");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void each_rule_has_a_class_and_a_test_class_of_its_name(Rule rule) {
        String name = camelCase(rule.id());

        assertThat(Path.of("src/main/java/dev/aide/agent/rule", name + ".java")).isRegularFile();
        assertThat(Path.of("src/test/java/dev/aide/agent/rule", name + "Test.java"))
                .isRegularFile();
        if (!rule.needsNoCall()) {
            // what looks at calls is tried in programs that run, too
            assertThat(Path.of("../test-harness/src/test/java/dev/aide/testing", name + "IT.java"))
                    .isRegularFile();
        }
    }

    private static String camelCase(String id) {
        return Arrays.stream(id.split("\\."))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static String start(Rule rule, String mode) throws Exception {
        Settings settings = Settings.read("include=**;mode=" + mode, Rule.strictness());
        return "`" + settings.levels().of(rule.id(), "com/acme/Order").name().toLowerCase(Locale.ROOT) + "`";
    }
}
