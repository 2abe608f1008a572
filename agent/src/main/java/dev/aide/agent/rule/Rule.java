package dev.aide.agent.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rules there are; ids, and what each holds a method to, stand here only. */
public enum Rule {
    TYPES_ARGUMENT("types.argument", "each argument fits its generic signature"),
    TYPES_RETURN("types.return", "each result fits its generic signature");

    private final String id;
    private final String summary;

    Rule(String id, String summary) {
        this.id = id;
        this.summary = summary;
    }

    public String id() {
        return id;
    }

    public String summary() {
        return summary;
    }

    /** Returns all ids, in the order in which reports have them. */
    public static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Rule rule : values()) {
            ids.add(rule.id);
        }
        return Collections.unmodifiableList(ids);
    }
}
