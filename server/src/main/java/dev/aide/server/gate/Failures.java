package dev.aide.server.gate;

import dev.aide.server.http.HttpError;
import dev.aide.server.token.PasswordsBusyException;
import dev.aide.server.token.TokenException;
import dev.aide.server.token.TokensUnavailableException;
import dev.aide.store.StoreException;
import java.time.Duration;
import java.util.Optional;

/** What failures of tokens, passwords and the database mean to a client. */
public final class Failures {
    private static final Duration WAIT = Duration.ofSeconds(1);

    private Failures() {}

    /**
     * 503 with {@code Retry-After} for something that is away or busy, 401 for a token that is refused; empty for what is no
     * client's business.
     */
    public static Optional<HttpError> toHttpError(Throwable error) {
        if (error instanceof TokenException) {
            return Optional.of(HttpError.unauthorized(error.getMessage()));
        }
        if (error instanceof PasswordsBusyException || error instanceof TokensUnavailableException) {
            return Optional.of(HttpError.unavailable(error.getMessage(), WAIT));
        }
        return error instanceof StoreException refused && refused.isWorthAnotherTry()
                ? Optional.of(HttpError.unavailable("the database is away or busy; try again in a moment", WAIT))
                : Optional.empty();
    }
}
