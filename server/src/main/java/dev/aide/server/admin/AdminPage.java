package dev.aide.server.admin;

import dev.aide.server.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page itself: one file with its style and its script, which are the only ones that its policy lets run. Immutable and
 * safe for use by many threads.
 */
public final class AdminPage {
    private static final String FILE = "admin.html";

    private final Response response;

    /** Reads the page. */
    public AdminPage() {
        String page = text();
        String policy = "default-src 'none'; script-src '" + hashOf(page, "script") + "'; style-src '"
                + hashOf(page, "style") + "'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'";
        response = Response.html(page).header("Content-Security-Policy", policy);
    }

    private static String text() {
        try (InputStream in = AdminPage.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hash of what stands in the only element of a name (CSP level 3, 2.3.1). */
    private static String hashOf(String page, String element) {
        String open = "<" + element + ">";
        String content = page.substring(page.indexOf(open) + open.length(), page.indexOf("</" + element + ">"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has SHA-256", e);
        }
    }

    /** The page as an answer. */
    public Response response() {
        return response;
    }
}
