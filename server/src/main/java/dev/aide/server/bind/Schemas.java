package dev.aide.server.bind;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Collects the schemas of records under their names, so that each is written once. For one thread. */
public final class Schemas {
    private final Map<String, ObjectNode> byName = new TreeMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();

    /** A new schema of a type; empty for any. */
    static ObjectNode of(String type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        return type.isEmpty() ? schema : schema.put("type", type);
    }

    /** A reference to the schema of a record, which is written if it is not there. */
    ObjectNode reference(Class<?> type, Supplier<ObjectNode> schema) {
        String name = names.get(type);
        if (name == null) {
            name = freeName(type.getSimpleName());
            names.put(type, name);
            byName.put(name, of("object"));
            byName.put(name, schema.get());
        }
        return of("").put("$ref", "#/components/schemas/" + name);
    }

    private String freeName(String wanted) {
        String name = wanted;
        for (int i = 2; byName.containsKey(name); i++) {
            name = wanted + i;
        }
        return name;
    }

    /** The names of records' schemas, by record. */
    public Map<Class<?>, String> names() {
        return names;
    }

    /** The schemas of records, by name. */
    public Map<String, ObjectNode> byName() {
        return byName;
    }
}
