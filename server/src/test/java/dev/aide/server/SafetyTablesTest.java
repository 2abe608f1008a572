package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the tables of docs/safety.md to the tests that they name. */
class SafetyTablesTest {
    private static final Path PROJECT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (API\\d+:2023|\\d\\.\\d+) .*\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

    private static List<String> rows() throws IOException {
        return ROW.matcher(Files.readString(PROJECT.resolve("docs/safety.md")))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Of a table's row what is wrong with the tests that it names; nothing if all is well. */
    private static List<String> mistakes(String row) {
        List<MatchResult> named = TEST.matcher(row).results().toList();
        List<String> mistakes = new ArrayList<>();
        if (named.isEmpty()) {
            mistakes.add("no test in: " + row);
        }
        for (MatchResult test : named) {
            if (!isThere(test.group(1), test.group(2))) {
                mistakes.add("no test " + test.group(1) + "." + test.group(2));
            }
        }
        return mistakes;
    }

    private static boolean isThere(String testClass, String method) {
        // no empty line from the annotation to the name
        Pattern test = Pattern.compile("@(?:Parameterized)?Test\\b.*\\n(?:.+\\n)*?    void " + method + "\\(");
        try (Stream<Path> modules = Files.list(PROJECT)) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(tests)) {
                    boolean isHere = files.filter(file -> file.endsWith(testClass + ".java"))
                            .anyMatch(file -> test.matcher(text(file)).find());
                    if (isHere) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void each_risk_of_owasp_and_each_section_of_rfc_8725_has_a_row() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int risk = 1; risk <= 10; risk++) {
            expected.add("API" + risk + ":2023");
        }
        for (int section = 1; section <= 9; section++) {
            expected.add("2." + section);
        }
        for (int section = 1; section <= 12; section++) {
            expected.add("3." + section);
        }

        assertThat(rows().stream().map(row -> row.split(" ", 3)[1])).containsExactlyElementsOf(expected);
    }

    @Test
    void each_row_names_tests_that_are_there() throws IOException {
        assertThat(rows().stream().flatMap(row -> mistakes(row).stream())).isEmpty();
    }

    @Test
    void a_row_without_a_test_or_with_one_that_is_not_there_is_found() {
        assertThat(mistakes("| API1:2023 Risk | nothing | none |"))
                .containsExactly("no test in: | API1:2023 Risk | nothing | none |");
        assertThat(
                        mistakes(
                                "| 2.1 | | `SafetyTablesTest.no_such_test`, `NoSuchTest.each_row_names_tests_that_are_there` |"))
                .containsExactly(
                        "no test SafetyTablesTest.no_such_test",
                        "no test NoSuchTest.each_row_names_tests_that_are_there");
        // a method that is no test
        assertThat(mistakes("| 2.1 | | `SafetyTablesTest.mistakes` |"))
                .containsExactly("no test SafetyTablesTest.mistakes");
    }
}
