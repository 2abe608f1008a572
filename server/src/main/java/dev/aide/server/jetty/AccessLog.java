package dev.aide.server.jetty;

import dev.aide.server.http.Peer;
import dev.aide.server.serve.Dispatcher.Outcome;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line a request, in the logger {@code dev.aide.server.access}: who, what, how it ended. Of the query only the names
 * are written; no header and no body is. Safe for use by many threads.
 */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.aide.server.access");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^\\x21-\\x7E]");
    private static final Pattern QUERY_VALUE = Pattern.compile("=[^&]*");
    private static final int MOST_CHARS = 500;

    void write(Request request, Peer peer, Outcome outcome, long millis) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{} {} {} {} {} ms user={} ip={}",
                    peer.requestId(),
                    plain(request.getMethod().toUpperCase(Locale.ROOT)),
                    plain(target(request)),
                    outcome.answer().status(),
                    millis,
                    outcome.caller().isEmpty() ? "-" : plain(outcome.caller()),
                    peer.address().getHostAddress());
        }
    }

    private static String target(Request request) {
        String query = request.getHttpURI().getQuery();
        String path = request.getHttpURI().getPath();
        return query == null ? path : path + "?" + QUERY_VALUE.matcher(query).replaceAll("=***");
    }

    /** One word without line breaks, so that no client can write lines of its own. */
    private static String plain(String text) {
        String start = text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) + "..." : text;
        return NOT_PLAIN.matcher(start).replaceAll("?");
    }
}
