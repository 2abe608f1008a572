package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds each depth to what it promises to find. */
class DepthIT {
    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() {
        Fixture.sources(8, "Depths").compile().writeTo(classes);
    }

    @Test
    void shallow_finds_nothing_inside() {
        assertThat(found("shallow")).hasLineCount(16).doesNotContainPattern("\\d+: always \\d|ever \\d");
    }

    @Test
    void full_finds_all() {
        assertThat(found("full"))
                .isEqualTo(all(1, "0")
                        + all(8, "0 1 2 3 4 5 6 7")
                        + all(9, "0 1 2 3 4 5 6 7 8")
                        + all(1000, "0 3 4 500 999"));
    }

    @Test
    void sample_finds_all_of_eight_and_by_index_any_of_more_sooner_or_later() {
        assertThat(found("sample")).isEqualTo(all(1, "0") + all(8, "0 1 2 3 4 5 6 7") + """
                        ArrayList of 9: always 0 8, ever 0 1 2 3 4 5 6 7 8
                        LinkedList of 9: always 0 1 2 3, ever 0 1 2 3
                        LinkedHashMap of 9: always 0 1 2 3, ever 0 1 2 3
                        array of 9: always 0 8, ever 0 1 2 3 4 5 6 7 8
                        ArrayList of 1000: always 0 999, ever 0 3 4 500 999
                        LinkedList of 1000: always 0 3, ever 0 3
                        LinkedHashMap of 1000: always 0 3, ever 0 3
                        array of 1000: always 0 999, ever 0 3 4 500 999
                        """);
    }

    @Test
    void budget_finds_all_within_it() {
        assertThat(found("budget:9"))
                .isEqualTo(all(1, "0") + all(8, "0 1 2 3 4 5 6 7") + all(9, "0 1 2 3 4 5 6 7 8") + """
                        ArrayList of 1000: always 0 999, ever 0 3 4 500 999
                        LinkedList of 1000: always 0 3 4, ever 0 3 4
                        LinkedHashMap of 1000: always 0 3 4, ever 0 3 4
                        array of 1000: always 0 999, ever 0 3 4 500 999
                        """);
    }

    private static String all(int size, String indexes) {
        return """
                ArrayList of %1$d: always %2$s, ever %2$s
                LinkedList of %1$d: always %2$s, ever %2$s
                LinkedHashMap of %1$d: always %2$s, ever %2$s
                array of %1$d: always %2$s, ever %2$s
                """.formatted(size, indexes);
    }

    private static String found(String depth) {
        return ForkedJvm.on(Jdk.running())
                .agent(AgentJar.path(), "mode=enforce;types.depth=" + depth)
                .classpath(classes)
                .main("fixture.Depths")
                .run()
                .expectExit(0)
                .stdout();
    }
}
