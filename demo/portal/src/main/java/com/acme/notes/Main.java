package com.acme.notes;

import java.time.Clock;

/** Starts the program; Ctrl-C ends it in good order. */
public final class Main {

    private Main() {}

    /** Starts it as the system properties say, see {@link Settings}. */
    public static void main(String[] args) {
        NotesApp app = NotesApp.start(Settings.of(System.getProperties()), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(app::close, "stop"));
        System.out.println("Notes: " + app.url());
    }
}
