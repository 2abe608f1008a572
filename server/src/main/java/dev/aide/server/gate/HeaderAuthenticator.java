package dev.aide.server.gate;

import dev.aide.server.http.Caller;
import dev.aide.server.http.Request;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An authenticator that says which header it reads. Immutable, as far as the program's is.
 *
 * @param header the header's name
 * @param own the program's
 */
record HeaderAuthenticator(String header, Authenticator own) implements Authenticator {
    /** What is a header's name and the name of a security scheme of OpenAPI too. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    HeaderAuthenticator {
        if (!NAME.matcher(header).matches()) {
            throw new IllegalArgumentException(
                    "'" + header + "' is no name of a header: write it in letters, digits and -._");
        }
    }

    @Override
    public Optional<Caller> authenticate(Request request) {
        return own.authenticate(request);
    }
}
