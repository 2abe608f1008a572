package dev.aide.server.jetty;

import dev.aide.server.http.HttpError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.UrlEncoded;

/** Reads {@code a=1&b=2}, in UTF-8. */
final class FormText {
    private static final int MOST_FIELDS = 1000;

    private FormText() {}

    /**
     * The values by name.
     *
     * @param text may be null
     * @param what where it stands, for messages
     * @throws HttpError 400 if it can't be decoded, or has more than 1000 fields
     */
    static Map<String, List<String>> parse(String text, String what) {
        if (text == null || text.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        int[] fields = {0};
        boolean isClean;
        try {
            isClean = UrlEncoded.decodeUtf8To(text, 0, text.length(), (name, value) -> {
                if (++fields[0] > MOST_FIELDS) {
                    throw HttpError.badRequest("the " + what + " has more than " + MOST_FIELDS + " fields");
                }
                values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
            });
        } catch (IllegalArgumentException e) {
            throw HttpError.badRequest("the " + what + " is not encoded as it should be");
        }
        if (!isClean) {
            throw HttpError.badRequest("the " + what + " is not encoded as it should be");
        }
        return values;
    }
}
