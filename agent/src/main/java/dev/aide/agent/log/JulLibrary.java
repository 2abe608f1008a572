package dev.aide.agent.log;

import dev.aide.agent.config.Level;
import java.util.logging.Logger;

/** {@code java.util.logging}. */
final class JulLibrary implements LogLibrary {
    @Override
    public void write(Class<?> owner, Level level, String text) {
        java.util.logging.Level severity =
                level == Level.ENFORCE ? java.util.logging.Level.SEVERE : java.util.logging.Level.WARNING;
        // with a place of its own, which would else be this one
        Logger.getLogger(LOGGER).logp(severity, owner.getName(), null, text);
    }
}
