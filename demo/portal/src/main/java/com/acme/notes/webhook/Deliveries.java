package com.acme.notes.webhook;

import static dev.aide.store.Condition.where;

import com.acme.notes.access.Owner;
import dev.aide.client.Response;
import dev.aide.store.Database;
import dev.aide.store.Schema;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * What became of events, so that people can see it.
 *
 * <p>Safe for use by many threads.
 */
public final class Deliveries {
    private static final String TABLE = "deliveries";
    private static final int MOST_LISTED = 20;

    private final Database database;
    private final Clock clock;

    private Deliveries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens the deliveries of a database, and makes their table if it is not there. */
    public static Deliveries open(Database database, Clock clock) {
        database.apply(Schema.builder()
                .table(
                        TABLE,
                        "event UUID PRIMARY KEY, owner INTEGER NOT NULL, title TEXT NOT NULL,"
                                + " delivered BOOLEAN NOT NULL, attempts INTEGER NOT NULL, at TIMESTAMP NOT NULL")
                .index(TABLE, "owner", "at")
                .build());
        return new Deliveries(database, clock);
    }

    /** An owner's latest deliveries, the last one first. */
    public List<Delivery> latest(Owner owner) {
        return database.fetch(TABLE)
                .where(where("owner").is(owner.id()))
                .orderBy("at desc")
                .limit(MOST_LISTED)
                .list(Delivery.class);
    }

    /** Keeps what came of sending an event; its attempts are added to those before. */
    void record(NoteAdded event, Response<?> response) {
        database.useTransaction(session -> {
            int before = session.fetch(TABLE)
                    .where(where("event").is(event.event()))
                    .first(Delivery.class)
                    .map(Delivery::attempts)
                    .orElse(0);
            Map<String, Object> row = Map.of(
                    "event", event.event(),
                    "owner", event.owner(),
                    "title", event.title(),
                    "delivered", response.isSuccess(),
                    "attempts", before + response.attempts().size(),
                    "at", clock.instant());
            session.upsert(TABLE, row, "event");
        });
    }
}
