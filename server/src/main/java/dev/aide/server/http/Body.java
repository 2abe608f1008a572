package dev.aide.server.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a request brought beside its head, read to its end. Immutable, if nobody writes into the bytes. */
public final class Body {
    private static final Body EMPTY = new Body("", new byte[0], Map.of(), Map.of());

    private final String mediaType;
    private final byte[] bytes;
    private final Map<String, List<String>> fields;
    private final Map<String, List<Upload>> uploads;

    private Body(String mediaType, byte[] bytes, Map<String, List<String>> fields, Map<String, List<Upload>> uploads) {
        this.mediaType = mediaType;
        this.bytes = bytes;
        this.fields = fields;
        this.uploads = uploads;
    }

    /** No body. */
    public static Body empty() {
        return EMPTY;
    }

    /** A body of bytes. */
    public static Body of(String mediaType, byte[] bytes) {
        return new Body(mediaType, bytes, Map.of(), Map.of());
    }

    /** A form, with the files that came in it. */
    public static Body form(String mediaType, Map<String, List<String>> fields, Map<String, List<Upload>> uploads) {
        return new Body(mediaType, new byte[0], Map.copyOf(fields), Map.copyOf(uploads));
    }

    /** The media type in lower case and without parameters, or empty. */
    public String mediaType() {
        return mediaType;
    }

    /** The bytes; none of a form. */
    public byte[] bytes() {
        return bytes;
    }

    /** The bytes as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The fields of a form. */
    public Map<String, List<String>> fields() {
        return fields;
    }

    /** The files of a form. */
    public Map<String, List<Upload>> uploads() {
        return uploads;
    }

    /** Whether nothing came. */
    public boolean isEmpty() {
        return bytes.length == 0 && fields.isEmpty() && uploads.isEmpty();
    }
}
