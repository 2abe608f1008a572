package dev.aide.client;

import static java.util.Objects.requireNonNull;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Headers;

/** The rules of header names and values (RFC 9110, section 5), which keep a value from becoming another header. */
final class HeaderFields {
    private static final int FEW = 32;
    private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

    private HeaderFields() {}

    static HttpHeaders none() {
        return NONE;
    }

    static HttpHeaders toHttpHeaders(Headers headers) {
        Map<String, List<String>> fields =
                mayRepeat(headers) ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            fields.computeIfAbsent(headers.name(i), name -> new ArrayList<>(1)).add(headers.value(i));
        }
        return HttpHeaders.of(fields, (name, value) -> true);
    }

    /** Tells whether two names may be the same; so many that comparing them would take long are not compared. */
    private static boolean mayRepeat(Headers headers) {
        if (headers.size() > FEW) {
            return true;
        }
        for (int i = 1; i < headers.size(); i++) {
            for (int earlier = 0; earlier < i; earlier++) {
                if (headers.name(i).equalsIgnoreCase(headers.name(earlier))) {
                    return true;
                }
            }
        }
        return false;
    }

    static String checkName(String name) {
        boolean isToken = !name.isEmpty();
        for (int i = 0; i < name.length(); i++) {
            isToken &= isTokenChar(name.charAt(i));
        }
        if (!isToken) {
            throw new IllegalArgumentException(
                    "not a header name: \"" + printable(name) + "\"; letters, digits and !#$%&'*+-.^_`|~ are");
        }
        return name;
    }

    static String checkedValue(String name, Object value) {
        String text = String.valueOf(requireNonNull(value, () -> "the value of header " + name + " is null"));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\t' && (c < ' ' || c > '~')) {
                // the value itself stays out of the message: it may be a secret
                throw new IllegalArgumentException("the value of header " + name + " has the character U+"
                        + String.format("%04X", (int) c) + " at position " + i
                        + "; only printable ASCII can be sent");
            }
        }
        return text;
    }

    private static boolean isTokenChar(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
