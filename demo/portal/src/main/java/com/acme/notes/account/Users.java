package com.acme.notes.account;

import static dev.aide.store.Condition.everyRow;
import static dev.aide.store.Condition.where;

import com.acme.notes.access.Owner;
import com.acme.notes.access.Scopes;
import dev.aide.server.gate.Account;
import dev.aide.server.gate.Accounts;
import dev.aide.server.token.Grant;
import dev.aide.store.Database;
import dev.aide.store.Row;
import dev.aide.store.Schema;
import dev.aide.store.Session;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * All who have an account, in the database. Whoever was first runs the place.
 *
 * <p>Safe for use by many threads.
 */
public final class Users implements Accounts {
    private static final String TABLE = "users";
    private static final int MOST_LISTED = 1000;

    private final Database database;
    private final Clock clock;

    private Users(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens the users of a database, and makes their table if it is not there. */
    public static Users open(Database database, Clock clock) {
        database.apply(Schema.of(Map.of(
                TABLE,
                "id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE,"
                        + " password_hash TEXT NOT NULL, admin BOOLEAN NOT NULL, joined_at TIMESTAMP NOT NULL")));
        return new Users(database, clock);
    }

    /**
     * Adds a user, in the caller's transaction.
     *
     * @param passwordHash of the password, which itself is kept nowhere
     * @throws dev.aide.store.ConstraintException if there is one of that address
     */
    User add(Session session, SignUp form, String passwordHash) {
        long id = session.insert(
                TABLE,
                Map.of(
                        "name", form.name(),
                        "email", form.email(),
                        "password_hash", passwordHash,
                        "admin", session.fetch(TABLE).where(everyRow()).count() == 0,
                        "joined_at", clock.instant()));
        return session.fetch(TABLE).where(where("id").is(id)).first(User.class).orElseThrow();
    }

    /**
     * A user who is known to be there.
     *
     * @throws NoSuchElementException if they are not
     */
    public User get(Owner owner) {
        return database.fetch(TABLE)
                .where(where("id").is(owner.id()))
                .first(User.class)
                .orElseThrow(() -> new NoSuchElementException("there is no user " + owner.id()));
    }

    /** All of them, but no more than a thousand, by name. */
    public List<User> all() {
        return database.fetch(TABLE).orderBy("name", "id").limit(MOST_LISTED).list(User.class);
    }

    @Override
    public Optional<Account> find(String email) {
        return database.fetch(TABLE)
                .where(where("email").is(LogIn.normal(email)))
                .first()
                .map(Users::account);
    }

    private static Account account(Row row) {
        return new Account(grant(row.as(User.class)), row.text("password_hash"));
    }

    /** What a user may do who has logged in. */
    static Grant grant(User user) {
        Grant grant = Grant.of(String.valueOf(user.id()), Scopes.ACCOUNT, Scopes.READ, Scopes.WRITE);
        return user.admin() ? grant.withRoles(Scopes.ADMIN_ROLE) : grant;
    }

    @Override
    public void passwordRehashed(String userId, String passwordHash) {
        database.update(
                TABLE, Map.of("password_hash", passwordHash), where("id").is(Long.valueOf(userId)));
    }
}
