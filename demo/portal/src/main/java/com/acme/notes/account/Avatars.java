package com.acme.notes.account;

import static dev.aide.store.Condition.where;

import com.acme.notes.access.Owner;
import dev.aide.store.Database;
import dev.aide.store.Row;
import dev.aide.store.Schema;
import dev.aide.store.image.Image;
import java.util.Map;
import java.util.Optional;

/**
 * People's pictures, small and without what a camera wrote into them.
 *
 * <p>Safe for use by many threads.
 */
public final class Avatars {
    private static final String TABLE = "avatars";
    private static final int PIXELS = 256;

    private final Database database;

    private Avatars(Database database) {
        this.database = database;
    }

    /** Opens the pictures of a database, and makes their table if it is not there. */
    public static Avatars open(Database database) {
        database.apply(Schema.of(Map.of(TABLE, "owner INTEGER PRIMARY KEY, image BLOB NOT NULL")));
        return new Avatars(database);
    }

    /** A user's picture, if they have one. */
    Optional<Image> find(Owner owner) {
        return database.fetch(TABLE)
                .where(where("owner").is(owner.id()))
                .first()
                .map(Avatars::image);
    }

    private static Image image(Row row) {
        return Image.of((byte[]) row.get("image"));
    }

    /**
     * Keeps a picture instead of the one before.
     *
     * @throws dev.aide.store.image.ImageException if it is broken
     */
    void put(Owner owner, Image image) {
        byte[] small = image.thumbnail(PIXELS, PIXELS).bytes();
        database.upsert(TABLE, Map.of("owner", owner.id(), "image", small), "owner");
    }

    /** Forgets a picture. */
    void remove(Owner owner) {
        database.delete(TABLE, where("owner").is(owner.id()));
    }
}
