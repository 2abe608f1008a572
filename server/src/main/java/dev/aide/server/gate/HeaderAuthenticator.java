package dev.aide.server.gate;

import dev.aide.server.http.Caller;
import dev.aide.server.http.Request;
import java.util.Optional;

/**
 * An authenticator that says which header it reads. Immutable, as far as the program's is.
 *
 * @param header the header's name
 * @param own the program's
 */
record HeaderAuthenticator(String header, Authenticator own) implements Authenticator {

    @Override
    public Optional<Caller> authenticate(Request request) {
        return own.authenticate(request);
    }
}
