package dev.aide.store.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A small disk of its own, in memory. Only root can mount one; where that is not possible the test is skipped. */
final class Device implements AutoCloseable {
    private final Path directory;

    private Device(Path directory) {
        this.directory = directory;
    }

    static Device mount(Path directory, String size) {
        if (run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", directory.toString()) != 0) {
            String why = "SKIPPED: this user cannot mount a disk, so nothing is known of full and read-only ones here";
            System.err.println(why);
            Assumptions.abort(why);
        }
        return new Device(directory);
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    void makeReadOnly() {
        if (run("mount", "-o", "remount,ro", directory.toString()) != 0) {
            throw new IllegalStateException("the disk could not be made read-only");
        }
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run("umount", directory.toString());
    }
}
