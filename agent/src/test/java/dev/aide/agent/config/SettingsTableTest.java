package dev.aide.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTableTest {
    @Test
    void the_documents_table_says_what_the_code_says() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String byDefault = setting.defaultValue().isEmpty() ? "" : "`" + setting.defaultValue() + "` ";
            expected.add("| `" + setting.key() + "` | " + setting.takes() + " | " + byDefault + "| " + setting.summary()
                    + " |");
        }

        List<String> documented = Files.readAllLines(Path.of("..", "docs", "settings.md")).stream()
                .filter(line -> line.startsWith("| `aide."))
                .toList();

        assertThat(documented).isEqualTo(expected);
    }

    @Test
    void the_documents_table_of_exemptions_says_what_the_code_says() throws IOException {
        List<String> expected = new ArrayList<>();
        StringBuilder ids = new StringBuilder();
        for (DocsExemption exemption : DocsExemption.values()) {
            expected.add("| `" + exemption.id() + "` | " + exemption.summary() + " |");
            ids.append(ids.length() == 0 ? "" : ",").append(exemption.id());
        }

        assertThat(Files.readAllLines(Path.of("..", "docs", "settings.md"))).containsSubsequence(expected);
        assertThat(Setting.DOCS_EXEMPT.defaultValue()).isEqualTo(ids.toString());
    }
}
