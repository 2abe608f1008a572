package dev.aide.store.fault;

import dev.aide.store.Database;
import dev.aide.store.Schema;
import java.io.IOException;

/** Applies a schema of many tables as soon as it is told to. */
final class SchemaApplier {
    static final int TABLES = 30;

    private SchemaApplier() {}

    static Schema schema() {
        Schema.Builder schema = Schema.builder();
        for (int i = 0; i < TABLES; i++) {
            schema.table("t" + i, "id INTEGER PRIMARY KEY, name TEXT, meta JSON")
                    .index("t" + i, "name");
        }
        return schema.build();
    }

    public static void main(String[] arguments) throws IOException {
        try (Database db = Database.open(arguments[0])) {
            System.out.println("ready");
            System.in.readAllBytes();
            System.out.println(db.apply(schema()).statements().size());
        }
    }
}
