package dev.aide.agent.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {
    private static final String A = "types.argument com.acme.A#a(List) p[] String";
    private static final String B = "types.argument com.acme.B#b(List) p[] String";

    @TempDir
    Path folder;

    @Test
    void what_is_removed_is_gone_and_what_others_added_meanwhile_stays() throws IOException {
        Path path = Files.write(folder.resolve("known.txt"), List.of(A));
        BaselineFile file = new BaselineFile(path.toString());
        assertThat(file.read().entries()).hasSize(1);
        Files.write(path, List.of("# mine", "", A, B));

        file.remove(List.of(BaselineEntry.parse(A)));

        assertThat(path).hasContent("# mine\n\n" + B + "\n");
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing is left beside it").containsExactly(path);
        }
    }

    @Test
    void what_cannot_be_removed_leaves_the_file() throws IOException {
        Path path = Files.write(folder.resolve("known.txt"), List.of(A, "types.argument"));

        assertThatThrownBy(() -> new BaselineFile(path.toString()).remove(List.of(BaselineEntry.parse(A))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 2: ");
        assertThat(path).hasContent(A + "\ntypes.argument\n");
    }

    @Test
    void a_file_is_written_anew_into_a_folder_that_is_made() throws IOException {
        Path path = folder.resolve("new/known.txt");

        new BaselineFile(path.toString()).write(BaselineText.parse(List.of(B, A)));

        assertThat(path).hasContent(A + "\n" + B + "\n");
    }
}
