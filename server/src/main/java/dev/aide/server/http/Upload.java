package dev.aide.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file of a multipart form. It is deleted when the request is answered, unless it was moved. Immutable.
 *
 * @param fileName the name that the client gave, without folders; not to be trusted
 * @param mediaType the type that the client gave; not to be trusted
 * @param size in bytes
 * @param file where it is until the request is answered
 */
public record Upload(String fileName, String mediaType, long size, Path file) {

    /** Opens it for reading. */
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    /** Keeps it, under another path; what was there is replaced. */
    public void moveTo(Path target) throws IOException {
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
