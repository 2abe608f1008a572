package dev.aide.client;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/**
 * A part of a multipart form (RFC 7578).
 *
 * <p>Immutable and safe for use by any thread.
 */
public final class Part {
    private final String name;
    private final String fileName;
    private final RequestBody body;

    private Part(String name, String fileName, RequestBody body) {
        this.name = requireNonNull(name, "name");
        this.fileName = fileName;
        this.body = body;
    }

    /**
     * A text field.
     *
     * @param name the field's name
     * @return asks for its value
     */
    public static Named<Part> field(String name) {
        return value -> new Part(name, null, RequestBody.create(String.valueOf(value), null));
    }

    /**
     * A file, read when it is sent.
     *
     * @param name the field's name
     * @param file the file; its name is sent along
     * @return the part
     */
    public static Part file(String name, Path file) {
        return new Part(name, String.valueOf(file.getFileName()), StreamBody.of(file));
    }

    void addTo(MultipartBody.Builder form) {
        form.addFormDataPart(name, fileName, body);
    }
}
