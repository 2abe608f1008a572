package dev.aide.agent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void writes_a_file_and_the_folders_above_it() throws IOException {
        Path file = folder.resolve("a/b/c.txt");

        write(file, "first ä");
        write(file, "second");

        assertThat(file).hasContent("second");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void what_fails_half_way_leaves_the_file_as_it_was_and_nothing_beside_it() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "before");

        assertThatThrownBy(() -> WholeFile.write(file.toFile(), out -> {
                    out.write("half");
                    out.flush();
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(file).hasContent("before");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_link_stays_a_link() throws IOException {
        Path target = Files.writeString(folder.resolve("target.txt"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), target);

        write(link, "after");

        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("after");
    }

    private static void write(Path path, String text) throws IOException {
        File file = path.toFile();
        WholeFile.write(file, out -> out.write(text));
    }
}
