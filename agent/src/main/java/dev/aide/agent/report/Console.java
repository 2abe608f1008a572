package dev.aide.agent.report;

import dev.aide.agent.config.Level;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes to the process's standard error, past {@code System.err}, which belongs to the application. Each text goes out in
 * one piece. Safe for use by any thread.
 */
public final class Console implements ViolationLog {
    private final OutputStream out = new FileOutputStream(FileDescriptor.err);

    @Override
    public void tell(Class<?> owner, Level level, String text) {
        print(text);
    }

    /** Writes a text and ends its line. */
    public void print(String text) {
        byte[] bytes = (text + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            try {
                out.write(bytes);
            } catch (IOException e) {
                // standard error is closed: there is nowhere left to say it
                return;
            }
        }
    }
}
