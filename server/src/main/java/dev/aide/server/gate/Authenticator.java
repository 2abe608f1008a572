package dev.aide.server.gate;

import dev.aide.server.http.Caller;
import dev.aide.server.http.Request;
import java.util.Optional;

/** Says who sends a request, in a way of the program's own. Called by many threads at once. */
@FunctionalInterface
public interface Authenticator {

    /**
     * Who sends this request.
     *
     * @param request the request, its body not read yet
     * @return empty if it does not say, or says it wrongly: the answer is then 401
     */
    Optional<Caller> authenticate(Request request);
}
