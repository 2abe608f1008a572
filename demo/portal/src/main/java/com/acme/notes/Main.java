package com.acme.notes;

import java.time.Clock;
import java.time.DateTimeException;

/** Starts the program; Ctrl-C ends it in good order. */
public final class Main {

    private Main() {}

    /** Starts it as {@link Settings} are. */
    public static void main(String[] args) {
        Settings settings;
        try {
            settings = Settings.of(System.getProperties(), System.getenv());
        } catch (IllegalArgumentException | DateTimeException e) {
            System.err.println("Notes can't start: " + e.getMessage());
            System.exit(2);
            return;
        }
        NotesApp app = NotesApp.start(settings, Clock.systemUTC());
        // the others begin when the tables and the secret that all of them use are there
        OtherNodes others = OtherNodes.start(settings.nodes() - 1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app, others), "stop"));
        System.out.println("Notes: " + app.url());
    }

    private static void stop(NotesApp app, OtherNodes others) {
        others.stop();
        app.close();
        others.await();
    }
}
