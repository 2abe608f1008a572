package com.acme.notes.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.notes.access.Owner;
import dev.aide.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesTest {
    private static final Owner ADA = new Owner(1);

    @Test
    void what_was_read_stays_read_whichever_device_says_so_later(@TempDir Path folder) {
        try (Database database = Database.open("jdbc:sqlite:" + folder.resolve("notes.db"))) {
            Messages messages = Messages.open(database, Clock.systemUTC());
            assertThat(messages.readUpTo(ADA)).isZero();

            messages.read(ADA, 50);
            messages.read(ADA, 40);
            assertThat(messages.readUpTo(ADA)).isEqualTo(50);

            messages.read(ADA, 51);
            assertThat(messages.readUpTo(ADA)).isEqualTo(51);
        }
    }
}
