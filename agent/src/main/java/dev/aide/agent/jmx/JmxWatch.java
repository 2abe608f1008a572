package dev.aide.agent.jmx;

import dev.aide.agent.config.Settings;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.start.ProgramStart;
import dev.aide.agent.weave.ModeSwitch;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * Waits for somebody to start JMX, and has the MBean registered then. To start it from here would cost each program time and
 * memory, and start logging before the program has prepared it. Safe for use by any thread.
 */
public final class JmxWatch implements ClassFileTransformer {
    /** Loaded by whoever makes an MBean server, or looks for one. */
    private static final String SIGN = "javax/management/MBeanServerFactory";

    private final Instrumentation instrumentation;
    private final Settings settings;
    private final Reporter reporter;
    private final ModeSwitch modes;
    private final ProgramStart start;
    private boolean isSeen;

    public JmxWatch(
            Instrumentation instrumentation,
            Settings settings,
            Reporter reporter,
            ModeSwitch modes,
            ProgramStart start) {
        this.instrumentation = instrumentation;
        this.settings = settings;
        this.reporter = reporter;
        this.modes = modes;
        this.start = start;
    }

    /** Begins to watch; JMX may have been started before. */
    public void begin() {
        instrumentation.addTransformer(this);
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
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
            new Registration(new AideBean(settings, reporter, modes), start).start();
        }
    }
}
