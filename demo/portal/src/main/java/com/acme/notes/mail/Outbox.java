package com.acme.notes.mail;

import dev.aide.store.queue.Claim;
import dev.aide.store.queue.Outcome;
import dev.aide.store.queue.TaskHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes each mail as a file that mail programs open, {@code 000017.eml}. It is named after its task, so that a mail which
 * is tried again is there once.
 *
 * <p>Safe for use by many threads.
 */
public final class Outbox implements TaskHandler {
    private final Path folder;
    private final Clock clock;

    /** Writes into a folder, which is made when it is needed. */
    public Outbox(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Claim task) throws IOException {
        Files.createDirectories(folder);
        String name = String.format(Locale.ROOT, "%06d.eml", task.id());
        Path part = folder.resolve(name + ".part");
        Files.writeString(part, text(task.payload(Mail.class)));
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return Outcome.done();
    }

    /** As RFC 5322 says. */
    private String text(Mail mail) {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
        return String.join(
                "\r\n",
                "From: Notes <notes@localhost>",
                "To: " + mail.to(),
                "Subject: " + mail.subject(),
                "Date: " + date,
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                mail.text().replace("\n", "\r\n"));
    }
}
