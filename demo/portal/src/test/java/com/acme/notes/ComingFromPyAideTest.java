package com.acme.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.testing.JavaSources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compiles each Java snippet of {@code docs/coming-from-py_aide.md} against the three libraries. */
class ComingFromPyAideTest {
    private static final Path PAGE = Path.of(System.getProperty("docs"), "coming-from-py_aide.md");
    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    /** What the snippets take as given: imports, and names that stand for the reader's own. */
    private static final String FRAME = """
            import static dev.aide.store.Condition.where;
            import dev.aide.client.*;
            import dev.aide.client.auth.Auth;
            import dev.aide.client.retry.Backoff;
            import dev.aide.server.*;
            import dev.aide.server.gate.*;
            import dev.aide.server.limit.*;
            import dev.aide.server.socket.Sockets;
            import dev.aide.server.token.*;
            import dev.aide.store.*;
            import dev.aide.store.buffer.*;
            import dev.aide.store.code.*;
            import dev.aide.store.image.*;
            import dev.aide.store.queue.Claim;
            import dev.aide.store.queue.Job;
            import dev.aide.store.queue.NewJob;
            import dev.aide.store.queue.Outcome;
            import dev.aide.store.queue.PersistentQueue;
            import dev.aide.store.queue.TaskBuffer;
            import dev.aide.store.schedule.*;
            import dev.aide.store.time.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;

            class Snippets {
                record User(long id, String email) {}
                Database db;
                byte[] secret;
                String upload;
            """;

    @Test
    void each_snippet_compiles() throws IOException {
        List<String> snippets = snippets();

        assertThat(snippets).hasSizeGreaterThan(10);
        compile(snippets);
    }

    @Test
    void a_snippet_that_does_not_compile_would_be_found() {
        assertThatThrownBy(() -> compile(List.of("db.insertt(\"users\", Map.of());")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("insertt");
    }

    @Test
    void each_row_says_what_stands_here_and_what_differs() throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            assertThat(lines.filter(line -> line.startsWith("| ")))
                    .hasSizeGreaterThan(70)
                    .allMatch(line -> line.split(" \\| ", -1).length == 3, "has three cells");
        }
    }

    @Test
    void no_feature_stands_twice() throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            assertThat(lines.filter(line -> line.startsWith("| ") && !line.startsWith("| py_aide |"))
                            .map(line -> line.split(" \\| ", -1)[0]))
                    .hasSizeGreaterThan(70)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void each_page_that_it_leads_to_is_there() throws IOException {
        List<String> targets = Pattern.compile("]\\(([^)#]+)")
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(targets)
                .isNotEmpty()
                .allSatisfy(target -> assertThat(PAGE.resolveSibling(target)).exists());
    }

    private static List<String> snippets() throws IOException {
        return SNIPPET.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** All in one class, so that one snippet may use a class of another. */
    private static void compile(List<String> snippets) {
        StringBuilder source = new StringBuilder(FRAME);
        for (int i = 0; i < snippets.size(); i++) {
            String snippet = snippets.get(i);
            source.append(
                    snippet.startsWith("final class")
                            ? snippet
                            : "void snippet" + i + "() throws Exception {\n" + snippet + "}\n");
        }
        JavaSources.release(17)
                .parameters()
                .classpath(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .toArray(Path[]::new))
                .source("Snippets", source.append("}\n").toString())
                .compile();
    }
}
