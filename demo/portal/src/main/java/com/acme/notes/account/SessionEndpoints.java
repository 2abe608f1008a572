package com.acme.notes.account;

import com.acme.notes.access.Gates;
import com.acme.notes.mail.Mail;
import com.acme.notes.mail.Mailer;
import dev.aide.server.Endpoint;
import dev.aide.server.bind.RequestBody;
import dev.aide.server.gate.Logins;
import dev.aide.server.http.Caller;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Method;
import dev.aide.server.http.Peer;
import dev.aide.server.http.Request;
import dev.aide.server.token.Passwords;
import dev.aide.server.token.TokenException;
import dev.aide.server.token.TokenPair;
import dev.aide.server.token.Tokens;
import dev.aide.store.ConstraintException;
import dev.aide.store.Database;

/** Signing up, logging in, and out: here, or everywhere. */
public final class SessionEndpoints {
    private final Database database;
    private final Users users;
    private final Passwords passwords;
    private final Logins logins;
    private final Tokens tokens;
    private final Mailer mailer;

    /** Serves the sessions of these users. */
    public SessionEndpoints(
            Database database, Users users, Passwords passwords, Logins logins, Tokens tokens, Mailer mailer) {
        this.database = database;
        this.users = users;
        this.passwords = passwords;
        this.logins = logins;
        this.tokens = tokens;
        this.mailer = mailer;
    }

    @Endpoint(value = "/api/sign-up", method = Method.POST, gate = Gates.VISITOR, summary = "Makes an account")
    TokenPair signUp(@RequestBody SignUp form) {
        return tokens.issue(Users.grant(added(form, passwords.hash(form.password()))));
    }

    private User added(SignUp form, String passwordHash) {
        try {
            return database.inTransaction(session -> {
                User user = users.add(session, form, passwordHash);
                mailer.send(session, welcome(user));
                return user;
            });
        } catch (ConstraintException e) {
            throw HttpError.conflict("there is an account of this address already; log in instead");
        }
    }

    private static Mail welcome(User user) {
        return new Mail(
                user.email(),
                "Welcome to Notes",
                "Hello " + user.name() + ",\n\nyour account is ready. Each night you get a mail of what you wrote.\n");
    }

    @Endpoint(value = "/api/log-in", method = Method.POST, gate = Gates.VISITOR, summary = "Begins a session")
    TokenPair logIn(@RequestBody LogIn form, Peer peer) {
        return tokens.issue(logins.check(form.email(), form.password(), peer));
    }

    @Endpoint(value = "/api/refresh", method = Method.POST, gate = Gates.VISITOR, summary = "Goes on with a session")
    TokenPair refresh(String refreshToken) {
        try {
            return tokens.refresh(refreshToken);
        } catch (TokenException e) {
            throw HttpError.unauthorized(e.getMessage());
        }
    }

    @Endpoint(value = "/api/log-out", method = Method.POST, gate = Gates.ACCOUNT, summary = "Ends this session")
    void logOut(Request request) {
        request.authorization("Bearer").ifPresent(tokens::revoke);
    }

    @Endpoint(
            value = "/api/log-out-everywhere",
            method = Method.POST,
            gate = Gates.ACCOUNT,
            summary = "Ends all sessions of the user, at once")
    void logOutEverywhere(Caller caller) {
        tokens.revokeAll(caller.id());
    }
}
