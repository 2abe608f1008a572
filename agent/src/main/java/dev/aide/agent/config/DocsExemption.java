package dev.aide.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the rules of documentation leave alone unless {@code aide.docs.exempt} leaves it out; the documentation's table is held to this one. */
public enum DocsExemption {
    ACCESSORS(
            "accessors",
            "`get…`, `is…` and `set…`, and those of a record, which only read or write one field: `docs.missing` alone"),
    EMPTY_CONSTRUCTORS(
            "empty-constructors",
            "constructors that take nothing and only call that of a superclass: `docs.missing` alone"),
    GENERATED("generated", "classes and methods with an annotation that is called Generated"),
    MAIN("main", "`static void main(String[])`"),
    OVERRIDES("overrides", "what overrides or implements a supertype's method, whose words it inherits"),
    RECORDS("records", "the canonical constructors of records");

    /** Takes all exemptions back. */
    private static final String NONE = "none";

    private final String id;
    private final String summary;

    DocsExemption(String id, String summary) {
        this.id = id;
        this.summary = summary;
    }

    /** Returns the name that the setting gives it. */
    public String id() {
        return id;
    }

    public String summary() {
        return summary;
    }

    static Set<DocsExemption> parse(String text, String origin) throws BadConfiguration {
        Set<DocsExemption> exemptions = EnumSet.noneOf(DocsExemption.class);
        if (!text.equals(NONE)) {
            for (String id : Lists.split(text, ',')) {
                exemptions.add(parseOne(id, origin));
            }
        }
        return Collections.unmodifiableSet(exemptions);
    }

    private static DocsExemption parseOne(String id, String origin) throws BadConfiguration {
        List<String> ids = new ArrayList<>();
        for (DocsExemption exemption : values()) {
            if (exemption.id.equals(id)) {
                return exemption;
            }
            ids.add(exemption.id);
        }
        throw new BadConfiguration(origin + ": '" + id + "' is not an exemption; write none, or some of "
                + Lists.join(ids) + ", by commas");
    }
}
