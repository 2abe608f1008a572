package dev.aide.agent.weave;

import dev.aide.agent.classfile.ClassBytes;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Transforms classes that are loaded already, many at a time, since the JVM stops for each time. What it refuses to change
 * is left as it was. For use by one thread at a time.
 */
public final class LoadedClasses {
    /** From here on retransforming keeps parameter names (JDK-8240908). */
    private static final int KEEPS_NAMES_SINCE = 19;

    private static final int BATCH = 100;

    private final Instrumentation instrumentation;
    private final Weaver weaver;

    public LoadedClasses(Instrumentation instrumentation, Weaver weaver) {
        this.instrumentation = instrumentation;
        this.weaver = weaver;
    }

    /** Returns the loaded classes in scope that can be changed. */
    List<Class<?>> held() {
        return held(instrumentation.getAllLoadedClasses());
    }

    private List<Class<?>> held(Class<?>[] loaded) {
        List<Class<?>> held = new ArrayList<>();
        for (Class<?> type : loaded) {
            if (!type.isArray()
                    && weaver.holds(type.getClassLoader(), type.getName().replace('.', '/'))
                    && instrumentation.isModifiableClass(type)) {
                held.add(type);
            }
        }
        return held;
    }

    /** Transforms those of some loaded classes that are in scope and can be changed, and returns how many these are. */
    public int bringIn(Class<?>[] loaded) {
        List<Class<?>> held = held(loaded);
        transform(held, new Transformed());
        return held.size();
    }

    /** Transforms classes again, and adds what came of it. */
    void transform(List<Class<?>> types, Transformed transformed) {
        for (int start = 0; start < types.size(); start += BATCH) {
            List<Class<?>> batch = types.subList(start, Math.min(start + BATCH, types.size()));
            Map<Class<?>, BeforeTransforming> before = new HashMap<>();
            for (Class<?> type : batch) {
                before.put(type, weaver.beforeTransforming(type));
            }
            boolean isRefused = refusal(batch) != null;
            for (Class<?> type : batch) {
                // where one is refused none is changed, so that each is tried alone
                Throwable refusal = isRefused ? refusal(Collections.<Class<?>>singletonList(type)) : null;
                if (refusal == null) {
                    weaver.isTransformed(type, before.get(type), transformed);
                } else {
                    weaver.isRefused(type, before.get(type), refusal);
                    transformed.isRefused(type, refusal);
                }
            }
        }
    }

    /** Transforms classes at once; returns why none of them could be changed, or null. */
    private Throwable refusal(List<Class<?>> types) {
        List<Class<?>> retransformed = new ArrayList<>();
        List<ClassDefinition> redefined = new ArrayList<>();
        try {
            for (Class<?> type : types) {
                byte[] bytes = keepsNames() || weaver.hasWoven(type) ? null : bytesWithNames(type);
                if (bytes == null) {
                    retransformed.add(type);
                } else {
                    redefined.add(new ClassDefinition(type, bytes));
                }
            }
            if (!retransformed.isEmpty()) {
                instrumentation.retransformClasses(retransformed.toArray(new Class<?>[0]));
            }
            if (!redefined.isEmpty()) {
                instrumentation.redefineClasses(redefined.toArray(new ClassDefinition[0]));
            }
            return null;
        } catch (Exception | LinkageError | InternalError e) {
            return e;
        }
    }

    /** Returns a class's bytes as its loader finds them, where parameter names stand in them that may get lost; else null. */
    private static byte[] bytesWithNames(Class<?> type) throws Exception {
        byte[] bytes = ClassBytes.of(type.getClassLoader(), type.getName().replace('.', '/'));
        if (bytes != null) {
            for (MethodInfo method : ClassFile.read(bytes).methods()) {
                if (method.addedParameters() != null) {
                    return bytes;
                }
            }
        }
        return null;
    }

    private static boolean keepsNames() {
        String version = System.getProperty("java.specification.version");
        return !version.startsWith("1.") && Integer.parseInt(version) >= KEEPS_NAMES_SINCE;
    }
}
