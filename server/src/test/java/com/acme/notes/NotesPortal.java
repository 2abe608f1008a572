package com.acme.notes;

import dev.aide.server.Admin;
import dev.aide.server.Portal;
import dev.aide.server.gate.Account;
import dev.aide.server.gate.Accounts;
import dev.aide.server.gate.Gate;
import dev.aide.server.gate.Logins;
import dev.aide.server.socket.Sockets;
import dev.aide.server.token.Grant;
import dev.aide.server.token.Passwords;
import dev.aide.store.Database;
import dev.aide.store.queue.NewJob;
import dev.aide.store.queue.PersistentQueue;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** A portal in a JVM of its own, which ends when its input does: with mistakes, and with letters that are dead. */
public final class NotesPortal {
    private static final String PASSWORD = "correct horse battery staple";

    private NotesPortal() {}

    /**
     * Starts it.
     *
     * @param args the database's file
     */
    public static void main(String[] args) throws IOException {
        try (Database database = Database.open("jdbc:sqlite:" + args[0])) {
            PersistentQueue mails = PersistentQueue.on(database, "mails");
            fill(mails);
            PersistentQueue digests = PersistentQueue.on(database, "digests");
            Portal portal = Portal.builder()
                    .port(0)
                    .gate("all", Gate.open())
                    .endpoints(new Notes())
                    .post("/api/notes")
                    .gate("all")
                    .summary("Writes a note")
                    .handle(NewNote.class, (note, request) -> note.text())
                    .sockets(Sockets.builder()
                            .namespace(
                                    "/",
                                    all -> all.connect(Gate.open())
                                            .on("tags", Gate.open(), message -> new Notes().tags())
                                            .on(
                                                    "add",
                                                    Gate.open(),
                                                    message -> message.argument(0, NewNote.class)
                                                            .text()))
                            .build())
                    .logins(logins())
                    .readyWhen("database", () -> true)
                    .docs("Notes", "1.0", Gate.open())
                    .admin(Admin.behind(Gate.basic().roles("admin"))
                            .queues(mails, digests)
                            .showPayloads())
                    .build()
                    .start();
            System.out.println("listening on " + portal.url());
            while (System.in.read() >= 0) {
                // its end is what counts
            }
            portal.stop();
        }
    }

    private static void fill(PersistentQueue mails) {
        for (String name : new String[] {"ada", "grace", "edsger"}) {
            mails.push(NewJob.of(Map.of("to", name + "@example.com", "subject", "Your notes of this week")));
            mails.discard(
                    mails.pop().orElseThrow(), "java.net.ConnectException: mail.example.com refused\n\tat Mail.send");
        }
        mails.push("one that waits");
    }

    private static Logins logins() {
        Passwords passwords = Passwords.argon2id(1024, 1);
        Account ada = new Account(Grant.of("ada").withRoles("admin"), passwords.hash(PASSWORD));
        return new Logins(
                new Accounts() {
                    @Override
                    public Optional<Account> find(String name) {
                        return Optional.of(ada).filter(unused -> name.equals("ada"));
                    }

                    @Override
                    public void passwordRehashed(String userId, String passwordHash) {}
                },
                passwords);
    }
}
