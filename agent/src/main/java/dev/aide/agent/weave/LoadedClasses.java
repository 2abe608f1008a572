package dev.aide.agent.weave;

import dev.aide.agent.classfile.ClassBytes;
import dev.aide.agent.report.Coverage;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;

/** Brings in the classes in scope that were loaded before the agent. */
public final class LoadedClasses {
    /** From here on retransforming keeps parameter names (JDK-8240908). */
    private static final int KEEPS_NAMES_SINCE = 19;

    private final Instrumentation instrumentation;
    private final Weaver weaver;
    private final Coverage coverage;

    public LoadedClasses(Instrumentation instrumentation, Weaver weaver, Coverage coverage) {
        this.instrumentation = instrumentation;
        this.weaver = weaver;
        this.coverage = coverage;
    }

    /** Transforms each of them again; what the JVM refuses is left and counted. */
    public void bringIn() {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (!type.isArray()
                    && weaver.holds(type.getClassLoader(), type.getName().replace('.', '/'))
                    && instrumentation.isModifiableClass(type)) {
                bringIn(type);
            }
        }
    }

    private void bringIn(Class<?> type) {
        try {
            byte[] bytes = keepsNames()
                    ? null
                    : ClassBytes.of(type.getClassLoader(), type.getName().replace('.', '/'));
            if (bytes == null) {
                instrumentation.retransformClasses(type);
            } else {
                instrumentation.redefineClasses(new ClassDefinition(type, bytes));
            }
        } catch (Exception | LinkageError e) {
            coverage.failed(type.getName(), "it was loaded before aide, and the JVM refused to change it: " + e);
        }
    }

    private static boolean keepsNames() {
        String version = System.getProperty("java.specification.version");
        return !version.startsWith("1.") && Integer.parseInt(version) >= KEEPS_NAMES_SINCE;
    }
}
