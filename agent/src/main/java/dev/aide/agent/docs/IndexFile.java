package dev.aide.agent.docs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** A {@link DocIndex} on disk: a magic number, a version, the classes, and a checksum of all that. */
final class IndexFile {
    private static final int MAGIC = 0xA1DED0C5;
    private static final int VERSION = 1;
    private static final int CHECKSUM_BYTES = 8;
    private static final int SHORTEST = 12 + CHECKSUM_BYTES;

    private IndexFile() {}

    /** Throws an IOException if the file is no whole index of this version. */
    static DocIndex read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (bytes.length < SHORTEST || in.readInt() != MAGIC) {
            throw new IOException("it is no index of documentation");
        }
        if (in.readInt() != VERSION) {
            throw new IOException("another version of aide wrote it");
        }
        int length = bytes.length - CHECKSUM_BYTES;
        DataInputStream end = new DataInputStream(new ByteArrayInputStream(bytes, length, CHECKSUM_BYTES));
        if (end.readLong() != checksum(bytes, length)) {
            throw new IOException("it is damaged");
        }
        Map<String, byte[]> types = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            byte[] methods = new byte[in.readInt()];
            in.readFully(methods);
            types.put(name, methods);
        }
        return new DocIndex(types);
    }

    /** Writes beside the file and renames: no reader ever sees half of it. */
    static void write(DocIndex index, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // not createTempFile, whose files nobody else may read: an image's index is built by another user
        Path beside = folder.resolve(file.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".tmp");
        try {
            Files.write(beside, bytes(index), StandardOpenOption.CREATE_NEW);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static byte[] bytes(DocIndex index) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(index.types().size());
        for (Map.Entry<String, byte[]> type : index.types().entrySet()) {
            out.writeUTF(type.getKey());
            out.writeInt(type.getValue().length);
            out.write(type.getValue());
        }
        out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }
}
