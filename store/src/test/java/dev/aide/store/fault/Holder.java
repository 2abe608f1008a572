package dev.aide.store.fault;

import dev.aide.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Holds the write lock until its input ends. */
final class Holder {

    private Holder() {}

    public static void main(String[] arguments) {
        try (Database db = Database.open(arguments[0])) {
            db.useTransaction(tx -> {
                System.out.println("locked");
                try {
                    System.in.readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
