package dev.aide.server.admin;

import dev.aide.server.http.Caller;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells requests of the page from those that another page makes a browser send with the user's credentials: only who can
 * read the page's data knows its token. Each caller has another one, and it ends with the process.
 *
 * <p>Safe for use by many threads.
 */
public final class PageToken {
    static final String HEADER = "X-Admin-Token";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    private final SecretKeySpec secret;

    /** Makes a secret of its own. */
    public PageToken() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        secret = new SecretKeySpec(bytes, ALGORITHM);
    }

    String of(Caller caller) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] bytes = mac.doFinal(caller.id().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("each JDK has " + ALGORITHM, e);
        }
    }

    /**
     * Lets a request of the page through.
     *
     * @throws HttpError 403 if it does not come from the page
     */
    void require(Request request) {
        String given = request.header(HEADER).orElse("");
        boolean isRight = MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), of(request.caller()).getBytes(StandardCharsets.UTF_8));
        if (!isRight) {
            throw HttpError.forbidden(
                    "this does not come from the page, or from one that is out of date: load it again");
        }
    }
}
