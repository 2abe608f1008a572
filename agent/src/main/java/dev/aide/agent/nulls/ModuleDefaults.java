package dev.aide.agent.nulls;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Surroundings;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What the declaration of a class's module says; read once for each jar or folder. Safe for use by any thread. */
final class ModuleDefaults {
    private static final int MOST_KEPT = 2_000;

    private final ConcurrentMap<String, NullDefaults> byLocation = new ConcurrentHashMap<>();

    NullDefaults of(Surroundings surroundings, NullDefaults outermost) {
        String key = surroundings.moduleKey();
        if (key == null) {
            return outermost;
        }
        NullDefaults known = byLocation.get(key);
        if (known == null) {
            ClassFile declaration = surroundings.moduleDeclaration();
            known = declaration == null ? outermost : outermost.within(declaration.annotations(), surroundings);
            if (byLocation.size() < MOST_KEPT) {
                byLocation.put(key, known);
            }
        }
        return known;
    }
}
