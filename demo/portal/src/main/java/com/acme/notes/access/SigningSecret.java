package com.acme.notes.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** What access tokens are signed with: drawn at the first start, and kept in a file, so that a restart logs nobody out. */
public final class SigningSecret {
    private static final int BYTES = 32;

    private SigningSecret() {}

    /**
     * The secret in a file, which is made if it is not there.
     *
     * @throws UncheckedIOException if it can be neither read nor written
     */
    public static byte[] in(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : drawnInto(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the secret in " + file + " can't be had", e);
        }
    }

    private static byte[] drawnInto(Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        // nobody else may read it, at no moment
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.readAllBytes(Files.write(file, secret));
    }
}
