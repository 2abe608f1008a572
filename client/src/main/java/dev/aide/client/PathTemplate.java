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

    /** Gives a builder, to which query parameters may be added. */
    HttpUrl.Builder resolve(HttpUrl base, Map<String, String> values) {
        String path = expand(values);
        if (path.regionMatches(true, 0, "http://", 0, 7) || path.regionMatches(true, 0, "https://", 0, 8)) {
            return absolute(path).newBuilder();
        }
        if (base == null) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no http:// or https:// address, and this client has no base URL to put it after");
        }
        HttpUrl.Builder url = base.newBuilder().query(null).fragment(null);
        int mark = path.indexOf('?');
        String segments = mark < 0 ? path : path.substring(0, mark);
        if (!segments.isEmpty()) {
            url.addEncodedPathSegments(segments.startsWith("/") ? segments.substring(1) : segments);
        }
        return mark < 0 ? url : url.encodedQuery(path.substring(mark + 1));
    }

    private String expand(Map<String, String> values) {
        if (values.isEmpty() && text.indexOf('{') < 0) {
            return text;
        }
        Set<String> unused = new LinkedHashSet<>(values.keySet());
        Matcher variables = VARIABLE.matcher(text);
        StringBuilder path = new StringBuilder();
        while (variables.find()) {
            String name = variables.group(1);
            String value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("path " + text + " has no value for {" + name + "}: call path(\""
                        + name + "\").is(…) before sending");
            }
            unused.remove(name);
            variables.appendReplacement(path, Matcher.quoteReplacement(encode(name, value)));
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("path " + text + " has no place for " + unused);
        }
        return variables.appendTail(path).toString();
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

    static HttpUrl absolute(String address) {
        try {
            return HttpUrl.get(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an address: \"" + address + "\": " + e.getMessage(), e);
        }
    }
}
