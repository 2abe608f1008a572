package dev.aide.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsCommandTest {
    @TempDir
    Path folder;

    private Path sources;
    private Path index;

    @BeforeEach
    void write() throws IOException {
        sources = Files.createDirectories(folder.resolve("src/com/acme"));
        Files.writeString(sources.resolve("Order.java"), "package com.acme; /** An order. */ public class Order {}");
        index = folder.resolve("shop.aidedocs");
    }

    @Test
    void sources_become_an_index() {
        assertThat(Ran.with("docs", folder.resolve("src").toString(), "-o", index.toString()))
                .isEqualTo(new Ran(
                        ExitCode.FINE,
                        "1 class is in " + index + "; -Daide.docs.sources=" + index + " reads it"
                                + System.lineSeparator(),
                        ""));
        assertThat(index).isNotEmptyFile();
    }

    @Test
    void a_source_that_cannot_be_read_is_named_and_the_rest_is_in_the_index() throws IOException {
        Path broken = Files.writeString(sources.resolve("Broken.java"), "package com.acme; class {{{ \"");

        Ran ran = Ran.with("docs", folder.resolve("src").toString(), "-o", index.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.BROKEN_INPUT);
        assertThat(ran.err())
                .startsWith("aide: " + broken + " is no Java source that can be read (")
                .hasLineCount(1);
        assertThat(ran.out()).startsWith("1 class is in ");
    }

    @Test
    void an_empty_index_is_no_good_result() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        Ran ran = Ran.with("docs", empty.toString(), "-o", index.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.BROKEN_INPUT);
        assertThat(ran.err())
                .isEqualTo(
                        "aide: there is no Java source in what was named, so the index is empty; name jars of sources,"
                                + " such as orders-sources.jar, or folders such as src/main/java"
                                + System.lineSeparator());
    }

    @Test
    void a_source_that_is_not_there_stops_it() {
        Path gone = folder.resolve("gone");

        assertThat(Ran.with("docs", gone.toString(), "-o", index.toString()))
                .isEqualTo(
                        new Ran(ExitCode.BROKEN_INPUT, "", "aide: " + gone + " is not there" + System.lineSeparator()));
        assertThat(index).doesNotExist();
    }

    @Test
    void the_name_has_to_say_that_it_is_an_index() {
        Path other = folder.resolve("shop.txt");

        assertThat(Ran.with("docs", folder.resolve("src").toString(), "-o", other.toString()))
                .isEqualTo(new Ran(
                        ExitCode.WRONG_USE,
                        "",
                        "aide: " + other + " does not end with .aidedocs, by which aide.docs.sources knows an index;"
                                + " call it " + other + ".aidedocs; java -jar aide.jar docs --help says what there is"
                                + System.lineSeparator()));
        assertThat(Ran.with("docs", folder.toString()).err())
                .startsWith("aide: Missing required option: '--out=FILE'; ");
    }
}
