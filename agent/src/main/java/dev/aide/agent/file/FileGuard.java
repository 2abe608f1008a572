package dev.aide.agent.file;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps other processes from a file for as long as it is open, by a lock on {@code <file>.lock} beside it, which the
 * operating system lifts from a process that dies.
 */
public final class FileGuard implements Closeable {
    private static final long MOST_WAIT_NANOS = 30_000_000_000L;
    private static final long PAUSE_MILLIS = 10;
    private static final int MOST_MARK_BYTES = 1 << 20;

    private final Path path;
    private final FileChannel channel;

    private FileGuard(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Waits until no other process guards the file, whose folder is made where it is not there.
     *
     * @throws IOException if the lock file cannot be made, or another process keeps the lock for half a minute
     */
    public static FileGuard of(File file) throws IOException {
        Path path = file.getAbsoluteFile().toPath().resolveSibling(file.getName() + ".lock");
        Files.createDirectories(path.getParent());
        long start = System.nanoTime();
        while (true) {
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            boolean isHeld = false;
            try {
                isHeld = channel.tryLock() != null && isStill(path, channel);
                if (isHeld) {
                    return new FileGuard(path, channel);
                }
            } finally {
                if (!isHeld) {
                    channel.close();
                }
            }
            // a program that ends must not hang because another one does
            if (System.nanoTime() - start > MOST_WAIT_NANOS) {
                throw new IOException("another process keeps " + path + " locked");
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another process had the lock");
        }
    }

    /**
     * Tells whether the path still leads to the locked file: who held the lock before has removed it. A size of chance
     * tells files apart, since to open the file once more would lift the lock with its closing (POSIX, fcntl).
     */
    private static boolean isStill(Path path, FileChannel channel) throws IOException {
        int size = 1 + ThreadLocalRandom.current().nextInt(MOST_MARK_BYTES);
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(1), size - 1);
        try {
            return Files.size(path) == size;
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
