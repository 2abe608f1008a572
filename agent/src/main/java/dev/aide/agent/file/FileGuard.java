package dev.aide.agent.file;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;

/**
 * Keeps other processes from a file for as long as it is open, by a lock on {@code <file>.lock} beside it, which the
 * operating system lifts from a process that dies.
 */
public final class FileGuard implements Closeable {
    private final Path path;
    private final FileChannel channel;

    private FileGuard(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Waits until no other process guards the file, whose folder is made where it is not there.
     *
     * @throws IOException if the lock file cannot be made
     */
    public static FileGuard of(File file) throws IOException {
        Path path = file.getAbsoluteFile().toPath().resolveSibling(file.getName() + ".lock");
        Files.createDirectories(path.getParent());
        while (true) {
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            boolean isHeld = false;
            try {
                channel.lock();
                isHeld = isStill(path, channel);
                if (isHeld) {
                    return new FileGuard(path, channel);
                }
            } finally {
                if (!isHeld) {
                    channel.close();
                }
            }
        }
    }

    /** Tells whether the path still leads to the locked file: who held the lock before has removed it. */
    private static boolean isStill(Path path, FileChannel channel) throws IOException {
        byte[] mark = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(mark), 0);
        try {
            return Arrays.equals(mark, Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Removes the lock file, then lifts the lock: whoever waits for it sees that it is gone. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(path);
        } finally {
            channel.close();
        }
    }
}
