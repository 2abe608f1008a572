package com.acme.notes;

import com.acme.notes.access.Gates;
import com.acme.notes.access.SigningSecret;
import com.acme.notes.account.Avatars;
import com.acme.notes.account.KeyEndpoints;
import com.acme.notes.account.ProfileEndpoints;
import com.acme.notes.account.SessionEndpoints;
import com.acme.notes.account.Users;
import com.acme.notes.digest.Digest;
import com.acme.notes.digest.DigestEndpoints;
import com.acme.notes.mail.Mailer;
import com.acme.notes.mail.Outbox;
import com.acme.notes.note.NoteEndpoints;
import com.acme.notes.note.Notes;
import com.acme.notes.page.PageEndpoints;
import com.acme.notes.room.Messages;
import com.acme.notes.room.Room;
import com.acme.notes.webhook.Deliveries;
import com.acme.notes.webhook.DeliveryEndpoints;
import com.acme.notes.webhook.FlakyInbox;
import com.acme.notes.webhook.Webhook;
import com.acme.notes.webhook.WebhookSender;
import dev.aide.client.HttpClient;
import dev.aide.client.Retries;
import dev.aide.client.auth.Auth;
import dev.aide.client.retry.CircuitBreaking;
import dev.aide.server.Admin;
import dev.aide.server.Portal;
import dev.aide.server.gate.Gate;
import dev.aide.server.gate.Logins;
import dev.aide.server.limit.Limits;
import dev.aide.server.token.ApiKeys;
import dev.aide.server.token.KeyRing;
import dev.aide.server.token.Passwords;
import dev.aide.server.token.SigningKey;
import dev.aide.server.token.TokenOptions;
import dev.aide.server.token.Tokens;
import dev.aide.store.Database;
import dev.aide.store.code.RandomCode;
import dev.aide.store.queue.TaskBuffer;
import dev.aide.store.schedule.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The whole program: opens its parts in the order in which they need each other, and closes them the other way round.
 *
 * <p>Safe for use by many threads.
 */
public final class NotesApp implements AutoCloseable {
    private static final String EVERY_NIGHT = "0 2 * * *";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Settings settings;
    private final Clock clock;
    private FlakyInbox inbox;
    private Portal portal;

    private NotesApp(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Starts it; returns when it listens.
     *
     * @param clock says when it is night, and when notes were written
     * @throws dev.aide.server.PortalException if the port is taken
     */
    public static NotesApp start(Settings settings, Clock clock) {
        NotesApp app = new NotesApp(settings, clock);
        try {
            app.open();
            return app;
        } catch (RuntimeException e) {
            app.close();
            throw e;
        }
    }

    private void open() {
        Path folder = folder();
        Database database = part(Database.open(settings.database()));
        String secret = RandomCode.token().next();
        inbox = part(FlakyInbox.start(secret));
        Deliveries deliveries = Deliveries.open(database, clock);
        TaskBuffer tasks = part(TaskBuffer.builder(database)
                .handler(Mailer.TASK, new Outbox(folder.resolve("mails"), clock))
                .handler(Webhook.TASK, new WebhookSender(part(webhookClient(secret)), deliveries))
                .start());
        Mailer mailer = new Mailer(tasks);
        Users users = Users.open(database, clock);
        Notes notes = Notes.open(database, new Webhook(tasks), clock);
        Digest digest = new Digest(database, users, notes, mailer, clock);
        Scheduler scheduler =
                part(Scheduler.builder().database(database).clock(clock).start());
        scheduler.cron("digest", EVERY_NIGHT, settings.zone(), digest::sendToAll);

        Passwords passwords = Passwords.standard();
        Limits limits = settings.isShared() ? Limits.shared(database) : Limits.inMemory();
        Logins logins = new Logins(users, passwords, limits);
        Tokens tokens = Tokens.open(database, tokenOptions(folder));
        ApiKeys keys = ApiKeys.open(database);
        portal = part(Gates.addTo(Portal.builder())
                .port(settings.port())
                .limits(limits)
                .tokens(tokens)
                .apiKeys(keys)
                .logins(logins)
                .endpoints(
                        new PageEndpoints(),
                        new SessionEndpoints(database, users, passwords, logins, tokens, mailer),
                        new ProfileEndpoints(users, Avatars.open(database)),
                        new KeyEndpoints(keys),
                        new NoteEndpoints(notes),
                        new DigestEndpoints(digest),
                        new DeliveryEndpoints(deliveries))
                .sockets(new Room(users, Messages.open(database, clock)).sockets(database))
                .readyWhen("database", () -> database.query("SELECT 1").first().isPresent())
                .docs("Notes", "1.0", Gate.open())
                .metrics(Gates.admin())
                .admin(Admin.behind(Gates.admin()).queues(tasks.queue(Mailer.TASK), tasks.queue(Webhook.TASK)))
                .build());
        portal.start();
    }

    private Path folder() {
        try {
            return Files.createDirectories(settings.folder());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + settings.folder() + " can't be made", e);
        }
    }

    /** Each part is closed when the program is, the last one first. */
    private <T extends AutoCloseable> T part(T part) {
        parts.push(part);
        return part;
    }

    private HttpClient webhookClient(String secret) {
        return HttpClient.builder()
                .baseUrl(inbox.url())
                .auth(Auth.bearer(secret))
                .retries(Retries.upTo(4))
                // it is known to refuse two of three: give it up for a while only if it refuses nearly all
                .circuitBreaking(CircuitBreaking.standard().failurePercent(90))
                .build();
    }

    private TokenOptions tokenOptions(Path folder) {
        SigningKey key = SigningKey.hmac("1", SigningSecret.in(folder.resolve("signing.key")));
        return TokenOptions.builder()
                .issuer("https://notes.acme.example")
                .audience("notes")
                .keys(KeyRing.signingWith(key))
                .clock(clock)
                .build();
    }

    /** Where it listens, as {@code http://localhost:8080}. */
    public String url() {
        return portal.url();
    }

    /** The other service, to which new notes are told. */
    FlakyInbox inbox() {
        return inbox;
    }

    /** Stops taking requests, ends what is under way, and closes the database last. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                // the others are to be closed all the same
                System.err.println("Notes: a part could not be closed: " + e);
            }
        }
    }
}
