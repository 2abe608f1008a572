package dev.aide.server.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path with variables, each a whole segment: {@code /api/notes/{id}}. Immutable.
 */
public final class PathTemplate {
    private static final Pattern FIXED = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@-]*");
    private static final Pattern VARIABLE = Pattern.compile("\\{[A-Za-z_][A-Za-z0-9_]*}");

    private final String text;
    private final List<String> segments;

    private PathTemplate(String text, List<String> segments) {
        this.text = text;
        this.segments = segments;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if it does not begin with a slash, or a segment is neither fixed nor a variable
     */
    public static PathTemplate parse(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("path '" + text + "' must begin with a slash");
        }
        List<String> segments = split(text);
        for (String segment : segments) {
            if (!FIXED.matcher(segment).matches() && !VARIABLE.matcher(segment).matches()) {
                throw new IllegalArgumentException("path '" + text + "' has a segment '" + segment
                        + "': write it in letters, digits and -._~, or as one variable {name}");
            }
        }
        List<String> variables =
                segments.stream().filter(PathTemplate::isVariable).toList();
        if (variables.stream().distinct().count() < variables.size()) {
            throw new IllegalArgumentException("path '" + text + "' has two variables of one name");
        }
        return new PathTemplate(text, segments);
    }

    static List<String> split(String path) {
        return Arrays.asList(path.substring(1).split("/", -1));
    }

    static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    List<String> segments() {
        return segments;
    }

    /** The names of its variables, in their order. */
    public List<String> variables() {
        List<String> names = new ArrayList<>();
        for (String segment : segments) {
            if (isVariable(segment)) {
                names.add(segment.substring(1, segment.length() - 1));
            }
        }
        return names;
    }

    /** The path without the names of its variables: {@code /api/notes/{}}. What has the same one is the same place. */
    public String place() {
        return VARIABLE.matcher(text).replaceAll("{}");
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
