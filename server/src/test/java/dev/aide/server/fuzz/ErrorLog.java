package dev.aide.server.fuzz;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what the portal logs as errors while it is open. For many threads. */
final class ErrorLog extends Handler {
    private static final Logger PORTAL = Logger.getLogger("dev.aide.server");

    private final List<String> errors = new CopyOnWriteArrayList<>();

    ErrorLog() {
        PORTAL.addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
            StringWriter text = new StringWriter().append(line.getMessage()).append('\n');
            if (line.getThrown() != null) {
                line.getThrown().printStackTrace(new PrintWriter(text));
            }
            errors.add(text.toString());
        }
    }

    List<String> errors() {
        return errors;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        PORTAL.removeHandler(this);
    }
}
