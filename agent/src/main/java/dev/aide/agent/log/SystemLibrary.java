package dev.aide.agent.log;

import dev.aide.agent.config.Level;

/** {@code java.lang.System.Logger}; by reflection, since Java 8 has none. */
final class SystemLibrary implements LogLibrary {
    @Override
    public void write(Class<?> owner, Level level, String text) throws ReflectiveOperationException {
        Class<?> logger = Class.forName("java.lang.System$Logger");
        Class<?> severity = Class.forName("java.lang.System$Logger$Level");
        Object chosen =
                severity.getField(level == Level.ENFORCE ? "ERROR" : "WARNING").get(null);
        Object target = System.class.getMethod("getLogger", String.class).invoke(null, LOGGER);
        logger.getMethod("log", severity, String.class).invoke(target, chosen, text);
    }
}
