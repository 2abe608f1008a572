package dev.aide.store.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultFileIT {
    @TempDir
    private Path directory;

    @Test
    void what_is_given_no_database_shares_a_file_in_the_working_directory() throws Exception {
        try (Child user = Child.startIn(directory, DefaultFileUser.class)) {
            assertThat(user.lines()).containsExactly("queue 1", "tasks done", "schedule ran", "notes 1");
            assertThat(user.finish()).isZero();
        }
        try (Database file = Database.open("jdbc:sqlite:" + directory.resolve("aide_queues.db"))) {
            assertThat(file.query("SELECT queue, state FROM aide_job ORDER BY id")
                            .map(row -> row.text("queue") + " " + row.text("state")))
                    .isEqualTo(List.of("mails ready", "tasks/mail complete"));
            assertThat(file.fetch("aide_schedule").map(row -> row.text("name"))).containsExactly("warm-up");
            assertThat(file.fetch("aide_journal").map(row -> row.number("last")))
                    .containsExactly(1L);
        }
    }

    @Test
    void a_directory_in_which_it_cannot_write_is_said() throws IOException {
        // permissions do not stop a root user, but nobody can write to a directory as if it were a file
        Path file = Files.createDirectory(directory.resolve("aide_queues.db"));
        try (Child user = Child.startIn(directory, DefaultFileUser.class)) {
            assertThat(user.lines())
                    .containsExactly("READ_ONLY the default file " + file.toRealPath()
                            + " cannot be written to: start the program in a directory in which it may write, or open a"
                            + " database elsewhere with Database.open and give that");
        }
    }
}
