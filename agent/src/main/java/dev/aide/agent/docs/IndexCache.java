package dev.aide.agent.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Keeps indexes in a folder, named by the SHA-256 of the jar that each was made from. Safe for use by any thread. */
final class IndexCache {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final Path folder;
    private final Warnings warnings;

    /** Takes null for no folder: then nothing is kept. */
    IndexCache(Path folder, Warnings warnings) {
        this.folder = folder;
        this.warnings = warnings;
    }

    /** Returns null if nothing usable is there; a damaged file is replaced later. */
    DocIndex find(Path jar) {
        if (folder == null) {
            return null;
        }
        try {
            Path file = file(jar);
            return Files.exists(file) ? IndexFile.read(file) : null;
        } catch (IOException e) {
            return null;
        }
    }

    void keep(Path jar, DocIndex index) {
        if (folder == null) {
            return;
        }
        try {
            IndexFile.write(index, file(jar));
        } catch (IOException e) {
            warnings.warn("aide.docs.cache: nothing can be kept in " + folder + " (" + e
                    + "): the next run reads the sources again");
        }
    }

    private Path file(Path jar) throws IOException {
        return folder.resolve(digest(jar) + DocIndexBuilder.ENDING);
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        StringBuilder hex = new StringBuilder();
        for (byte b : digest.digest()) {
            hex.append(HEX[(b >> 4) & 0xF]).append(HEX[b & 0xF]);
        }
        return hex.toString();
    }

    private static MessageDigest sha256() throws IOException {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("this JRE has no SHA-256", e);
        }
    }
}
