package dev.aide.agent.docs.source;

import java.util.HashMap;
import java.util.Map;

/** The type variables in sight, each with its bound, so that a parameter's type can be erased. */
final class TypeScope {
    static final String DIMENSION = "[]";

    private final TypeScope outer;
    private final Map<String, String> bounds = new HashMap<>();

    TypeScope(TypeScope outer) {
        this.outer = outer;
    }

    /** Adds a type variable; its bound may be a variable that is only declared later. */
    void declare(String variable, String bound) {
        bounds.put(variable, bound);
    }

    String erase(String written) {
        int dimensions = written.indexOf('[');
        String name = dimensions < 0 ? written : written.substring(0, dimensions);
        String suffix = dimensions < 0 ? "" : written.substring(dimensions);
        // a variable may shadow the one that bounds it, and bad source may bound two by each other
        for (int step = 0; step < 100; step++) {
            String bound = bound(name);
            if (bound == null) {
                return name + suffix;
            }
            name = bound;
        }
        return "Object" + suffix;
    }

    private String bound(String name) {
        for (TypeScope scope = this; scope != null; scope = scope.outer) {
            String bound = scope.bounds.get(name);
            if (bound != null) {
                return bound;
            }
        }
        return null;
    }
}
