package dev.aide.agent.rule;

import dev.aide.agent.config.Strictness;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules there are; ids, what each holds a method to, and how strict it starts stand here only. */
public enum Rule {
    TYPES_ARGUMENT("types.argument", "each argument fits its generic signature", Strictness.DEFECT),
    TYPES_RETURN("types.return", "each result fits its generic signature", Strictness.DEFECT),
    TYPES_FIELD("types.field", "each value written to a field fits its generic signature", Strictness.DEFECT),
    NULLS_ARGUMENT("nulls.argument", "no argument is null that is declared not to be", Strictness.DEFECT),
    NULLS_RETURN("nulls.return", "no result is null that is declared not to be", Strictness.DEFECT),
    ARITY_DECLARED("arity.declared", "no method has more parameters than aide.arity.max", Strictness.STYLE),
    ARITY_VARARGS("arity.varargs", "no call passes more variable arguments than aide.varargs.max", Strictness.DEFECT),
    DOCS_MISSING("docs.missing", "each public or protected method of a public type is documented", Strictness.STYLE),
    DOCS_STALE(
            "docs.stale",
            "documentation speaks of parameters, results and exceptions that are there",
            Strictness.STYLE),
    CONVENTION_NAMES("convention.names", "parameter names are in the class file", Strictness.STRICT_ONLY),
    CONVENTION_AMBIGUOUS(
            "convention.ambiguous", "no two neighbouring parameters can be swapped unnoticed", Strictness.STRICT_ONLY),
    CONVENTION_RAW("convention.raw", "no signature leaves a generic type raw", Strictness.STYLE),
    CONVENTION_SWAPPED("convention.swapped", "no call passes variables named as other parameters", Strictness.STYLE),
    THROWS_UNDECLARED(
            "throws.undeclared",
            "no checked exception leaves a method that does not declare it",
            Strictness.ON_REQUEST);

    private final String id;
    private final String summary;
    private final Strictness strictness;

    Rule(String id, String summary, Strictness strictness) {
        this.id = id;
        this.summary = summary;
        this.strictness = strictness;
    }

    public String id() {
        return id;
    }

    public String summary() {
        return summary;
    }

    boolean isOfDocs() {
        return this == DOCS_MISSING || this == DOCS_STALE;
    }

    /** Tells whether the class file alone decides, so that it is judged once. */
    public boolean needsNoCall() {
        return this == ARITY_DECLARED || isOfDocs() || id.startsWith("convention.");
    }

    /** Tells whether it looks at values that are passed, which takes one more call in the method and no handler. */
    public boolean looksAtValues() {
        return !needsNoCall() && this != THROWS_UNDECLARED;
    }

    /** Returns how strict each rule is that nobody names, by its id, in the order in which reports have them. */
    public static Map<String, Strictness> strictness() {
        Map<String, Strictness> byId = new LinkedHashMap<>();
        for (Rule rule : values()) {
            byId.put(rule.id, rule.strictness);
        }
        return Collections.unmodifiableMap(byId);
    }
}
