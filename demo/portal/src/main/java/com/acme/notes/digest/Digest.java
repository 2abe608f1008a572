package com.acme.notes.digest;

import com.acme.notes.access.Owner;
import com.acme.notes.account.User;
import com.acme.notes.account.Users;
import com.acme.notes.mail.Mail;
import com.acme.notes.mail.Mailer;
import com.acme.notes.note.Note;
import com.acme.notes.note.Notes;
import dev.aide.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Mails people what they wrote in the last 24 hours.
 *
 * <p>Safe for use by many threads.
 */
public final class Digest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Database database;
    private final Users users;
    private final Notes notes;
    private final Mailer mailer;
    private final Clock clock;

    /** Tells of these notes, whose owners are these users. */
    public Digest(Database database, Users users, Notes notes, Mailer mailer, Clock clock) {
        this.database = database;
        this.users = users;
        this.notes = notes;
        this.mailer = mailer;
        this.clock = clock;
    }

    /** To all who wrote anything: all of the mails, or none if it fails. */
    public void sendToAll() {
        send(notes.changedSince(yesterday()).entrySet().stream()
                .map(each -> mail(users.get(each.getKey()), each.getValue()))
                .toList());
    }

    /** To one, even if they wrote nothing. */
    public void sendTo(Owner owner) {
        send(List.of(mail(users.get(owner), notes.changedSince(yesterday(), owner))));
    }

    private Instant yesterday() {
        return clock.instant().minus(DAY);
    }

    private void send(List<Mail> mails) {
        database.useTransaction(session -> mails.forEach(mail -> mailer.send(session, mail)));
    }

    private static Mail mail(User user, List<Note> written) {
        String titles = written.stream().map(note -> "- " + note.title() + "\n").collect(Collectors.joining());
        String text = written.isEmpty() ? "You wrote nothing today.\n" : "What you wrote today:\n\n" + titles;
        return new Mail(user.email(), "Your notes of today", "Hello " + user.name() + ",\n\n" + text);
    }
}
