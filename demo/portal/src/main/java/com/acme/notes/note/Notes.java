package com.acme.notes.note;

import static dev.aide.store.Condition.where;

import com.acme.notes.access.Owner;
import com.acme.notes.webhook.NoteAdded;
import com.acme.notes.webhook.Webhook;
import dev.aide.store.Access;
import dev.aide.store.Condition;
import dev.aide.store.Database;
import dev.aide.store.Fetch;
import dev.aide.store.Row;
import dev.aide.store.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everybody's notes in the database. Each method sees those of one owner only.
 *
 * <p>Safe for use by many threads.
 */
public final class Notes {
    private static final String TABLE = "notes";
    private static final int MOST_FOUND = 200;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Database database;
    private final Webhook webhook;
    private final Clock clock;

    private Notes(Database database, Webhook webhook, Clock clock) {
        this.database = database;
        this.webhook = webhook;
        this.clock = clock;
    }

    /** Opens the notes of a database, and makes their table if it is not there. */
    public static Notes open(Database database, Webhook webhook, Clock clock) {
        database.apply(Schema.builder()
                .table(
                        TABLE,
                        "id INTEGER PRIMARY KEY, owner INTEGER NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,"
                                + " words TEXT NOT NULL, changed_at TIMESTAMP NOT NULL")
                .index(TABLE, "owner", "changed_at")
                .build());
        return new Notes(database, webhook, clock);
    }

    /** The owner's latest notes that have all of these words, in any case; all of them if there are no words. */
    public List<Note> search(Owner owner, String words) {
        Condition condition = SPACE.splitAsStream(words.toLowerCase(Locale.ROOT))
                .filter(Predicate.not(String::isEmpty))
                .map(word -> where("words").contains(word))
                .reduce(of(owner), Condition::and);
        return latest(condition).limit(MOST_FOUND).list(Note.class);
    }

    /** One of the owner's notes. */
    public Optional<Note> find(Owner owner, long id) {
        return found(database, owner, id);
    }

    private static Optional<Note> found(Access access, Owner owner, long id) {
        return access.fetch(TABLE).where(of(owner).and(where("id").is(id))).first(Note.class);
    }

    /** What was written since a moment, by owner. */
    public Map<Owner, List<Note>> changedSince(Instant moment) {
        return latest(where("changed_at").atLeast(moment)).list().stream()
                .collect(Collectors.groupingBy(
                        row -> new Owner(row.number("owner")), Collectors.mapping(Notes::note, Collectors.toList())));
    }

    /** What one owner has written since a moment. */
    public List<Note> changedSince(Instant moment, Owner owner) {
        return latest(of(owner).and(where("changed_at").atLeast(moment))).list(Note.class);
    }

    private Fetch latest(Condition condition) {
        return database.fetch(TABLE).where(condition).orderBy("changed_at desc", "id desc");
    }

    private static Note note(Row row) {
        return row.as(Note.class);
    }

    /** Writes a note, and tells the webhook of it: both or neither. */
    public Note add(Owner owner, NoteText text) {
        return database.inTransaction(session -> {
            long id = session.insert(TABLE, row(owner, text));
            webhook.announce(session, new NoteAdded(UUID.randomUUID(), owner.id(), id, text.title()));
            return found(session, owner, id).orElseThrow();
        });
    }

    /** Changes one of the owner's notes; empty if they have none of that number. */
    public Optional<Note> change(Owner owner, long id, NoteText text) {
        return database.inTransaction(session -> {
            session.update(TABLE, row(owner, text), of(owner).and(where("id").is(id)));
            return found(session, owner, id);
        });
    }

    /**
     * Deletes one of the owner's notes.
     *
     * @return false if they have none of that number
     */
    public boolean delete(Owner owner, long id) {
        return database.delete(TABLE, of(owner).and(where("id").is(id))) > 0;
    }

    private static Condition of(Owner owner) {
        return where("owner").is(owner.id());
    }

    private Map<String, Object> row(Owner owner, NoteText text) {
        return Map.of(
                "owner", owner.id(),
                "title", text.title(),
                "text", text.text(),
                "words", (text.title() + " " + text.text()).toLowerCase(Locale.ROOT),
                "changed_at", clock.instant());
    }
}
