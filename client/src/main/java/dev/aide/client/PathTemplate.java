package dev.aide.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** A path such as {@code /users/{id}}: each {@code {name}} takes one value, encoded (RFC 6570, level 1). */
record PathTemplate(String text) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}/]+)}");

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
        String path = text;
        Set<String> unused = new LinkedHashSet<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            String variable = "{" + value.getKey() + "}";
            if (!path.contains(variable)) {
                unused.add(value.getKey());
            }
            path = path.replace(variable, encode(value.getKey(), value.getValue()));
        }
        Matcher unfilled = VARIABLE.matcher(path);
        if (unfilled.find()) {
            throw new IllegalArgumentException("path " + text + " has no value for " + unfilled.group()
                    + ": call path(\"" + unfilled.group(1) + "\").is(…) before sending");
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("path " + text + " has no place for " + unused);
        }
        return path;
    }

    private static String encode(String name, String value) {
        if (value.isEmpty() || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(
                    "the value of {" + name + "} is \"" + value + "\", which would make this another path");
        }
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
