package dev.aide.agent.log;

import dev.aide.agent.config.Level;

/** SLF4J, as the violating class sees it; by reflection, since it is the program's. */
final class Slf4jLibrary implements LogLibrary {
    @Override
    public void write(Class<?> owner, Level level, String text) throws ReflectiveOperationException {
        ClassLoader loader = owner.getClassLoader();
        Object logger = Class.forName("org.slf4j.LoggerFactory", true, loader)
                .getMethod("getLogger", String.class)
                .invoke(null, LOGGER);
        Class.forName("org.slf4j.Logger", true, loader)
                .getMethod(level == Level.ENFORCE ? "error" : "warn", String.class)
                .invoke(logger, text);
    }
}
