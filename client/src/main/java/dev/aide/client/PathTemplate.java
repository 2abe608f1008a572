package dev.aide.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;

/** A path such as {@code /users/{id}}: each {@code {name}} takes one value, encoded (RFC 6570, level 1). */
record PathTemplate(String text) {
    HttpUrl resolve(HttpUrl base, Map<String, String> values) {
        String path = expand(values);
        if (path.regionMatches(true, 0, "http://", 0, 7) || path.regionMatches(true, 0, "https://", 0, 8)) {
            return absolute(path);
        }
        if (base == null) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no http:// or https:// address, and this client has no base URL to put it after");
        }
        // not parsed as text: reading the host again would cost a call more than all else that this client does
        HttpUrl.Builder url = base.newBuilder();
        int mark = path.indexOf('?');
        String segments = mark < 0 ? path : path.substring(0, mark);
        if (!segments.isEmpty()) {
            url.addEncodedPathSegments(segments.startsWith("/") ? segments.substring(1) : segments);
        }
        if (mark >= 0) {
            url.encodedQuery(path.substring(mark + 1));
        }
        return url.build();
    }

    private String expand(Map<String, String> values) {
        if (values.isEmpty() && text.indexOf('{') < 0) {
            return text;
        }
        StringBuilder path = new StringBuilder(text.length() + 16);
        Set<String> unused = new LinkedHashSet<>(values.keySet());
        int done = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int close = text.indexOf('}', open);
            if (close > 0 && isName(open + 1, close)) {
                String name = text.substring(open + 1, close);
                path.append(text, done, open).append(encoded(name, values.get(name)));
                unused.remove(name);
                done = close + 1;
            }
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("path " + text + " has no place for " + unused);
        }
        return path.append(text, done, text.length()).toString();
    }

    private boolean isName(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '{' || text.charAt(i) == '/') {
                return false;
            }
        }
        return from < to;
    }

    private String encoded(String name, String value) {
        if (value == null) {
            throw new IllegalArgumentException("path " + text + " has no value for {" + name + "}: call path(\"" + name
                    + "\").is(…) before sending");
        }
        if (value.isEmpty() || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(
                    "the value of {" + name + "} is \"" + value + "\", which would make this another path");
        }
        return isUnreserved(value) ? value : percentEncoded(value);
    }

    private static boolean isUnreserved(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean isPlain = (c >= '0' && c <= '9')
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || "-._~".indexOf(c) >= 0;
            if (!isPlain) {
                return false;
            }
        }
        return true;
    }

    private static String percentEncoded(String value) {
        return URLEncoder.encode(value, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** What paths are put after: an address without query and fragment. */
    static HttpUrl base(String address) {
        return absolute(address).newBuilder().query(null).fragment(null).build();
    }

    private static HttpUrl absolute(String address) {
        try {
            return HttpUrl.get(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an address: \"" + address + "\": " + e.getMessage(), e);
        }
    }
}
