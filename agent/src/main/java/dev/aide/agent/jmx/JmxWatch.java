package dev.aide.agent.jmx;

import dev.aide.agent.config.Settings;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.start.ProgramStart;
import dev.aide.agent.weave.ModeSwitch;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;

/**
 * Waits for somebody to start JMX, and has the MBean registered then. To start it from here would cost each program time and
 * memory, and start logging before the program has prepared it. Safe for use by any thread.
 */
public final class JmxWatch implements ClassFileTransformer {
    /** Loaded by whoever makes an MBean server, or looks for one. */
    private static final String SIGN = "javax/management/MBeanServerFactory";

    private final Settings settings;
    private final Reporter reporter;
    private final ModeSwitch modes;
    private final Thread main;
    private boolean isSeen;

    /**
     * Prepares.
     *
     * @param main the thread that will run main, or null where it is running already
     */
    public JmxWatch(Settings settings, Reporter reporter, ModeSwitch modes, Thread main) {
        this.settings = settings;
        this.reporter = reporter;
        this.modes = modes;
        this.main = main;
    }

    /** Looks whether JMX was started before; to be called once this is registered, so that nothing comes in between. */
    public void lookAt(Class<?>[] loaded) {
        for (Class<?> type : loaded) {
            if (type.getName().equals("javax.management.MBeanServerFactory")) {
                seen();
            }
        }
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        if (SIGN.equals(name)) {
            seen();
        }
        return null;
    }

    private synchronized void seen() {
        if (!isSeen) {
            isSeen = true;
            new Registration(new AideBean(settings, reporter, modes), ProgramStart.by(main)).start();
        }
    }
}
