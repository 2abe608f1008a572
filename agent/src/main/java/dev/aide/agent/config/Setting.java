package dev.aide.agent.config;

/** Every key there is, with its default and what it takes; the documentation's table is held to this one. */
public enum Setting {
    MODE(
            "aide.mode",
            "warn",
            "off, warn, enforce or strict, then pattern=mode for parts",
            "How strictly the program is held: warn,com.acme.billing.**=enforce"),
    INCLUDE("aide.include", "", "patterns, comma-separated", "Classes to hold; by default the main class's package"),
    EXCLUDE("aide.exclude", "", "patterns, comma-separated", "Classes to leave alone"),
    TYPES_DEPTH(
            "aide.types.depth",
            "sample",
            "shallow, sample, full or budget:<n>",
            "How many elements of a container are looked at"),
    TYPES_CONTAINERS(
            "aide.types.containers",
            "",
            "class names, comma-separated",
            "Classes of your own whose iterator is safe to walk"),
    TYPES_LOCKED(
            "aide.types.locked",
            "skip",
            "skip or walk",
            "Whether containers that lock on reading (Vector, synchronized wrappers) are walked"),
    NULLS_DEFAULT(
            "aide.nulls.default",
            "annotated",
            "annotated or nonnull",
            "Whether what carries no annotation excludes null too"),
    ARITY_MAX("aide.arity.max", "8", "a number", "How many parameters a method may declare"),
    VARARGS_MAX(
            "aide.varargs.max", "", "a number", "How many variable arguments a call may pass; by default any number"),
    DOCS_SOURCES(
            "aide.docs.sources",
            "",
            "paths, comma-separated",
            "Jars and folders of sources, and indexes of them, where documentation is looked for beyond that beside the classes"),
    DOCS_CACHE("aide.docs.cache", "", "a folder", "Where what was read of documentation is kept from run to run"),
    DOCS_VISIBILITY(
            "aide.docs.visibility",
            "protected",
            "public, protected, package or private",
            "From which visibility on documentation is missed, of a method and of the types around it"),
    DOCS_EXEMPT(
            "aide.docs.exempt",
            "accessors,empty-constructors,generated,main,overrides,records",
            "exemptions, comma-separated, or none",
            "What is left alone by the rules of documentation"),
    DOCS_UNKNOWN(
            "aide.docs.unknown",
            "ignore",
            "ignore or report",
            "Whether a method is blamed of which nobody can tell if it is documented, since no source of it is found"),
    CONVENTION_ORDERS(
            "aide.convention.orders",
            "",
            "pairs such as debit:credit, comma-separated",
            "Names of neighbouring parameters whose order everybody knows, beyond min:max, x:y and the like"),
    VALUES("aide.values", "hide", "hide or show", "Whether messages quote strings, numbers and enum constants"),
    EXCEPTIONS(
            "aide.exceptions",
            "jvm",
            "jvm or plain",
            "What enforce throws: what the JVM would have thrown later, or IllegalArgument/IllegalStateException"),
    COUNTS(
            "aide.counts",
            "false",
            "true or false",
            "Whether reports say how often each method ran, and how many calls and elements were checked"),
    LIVE(
            "aide.live",
            "false",
            "true or false",
            "Whether the sites of all rules that look at values are woven from the start, so that switching only links them anew"),
    LOG(
            "aide.log",
            "stderr",
            "stderr, system, slf4j or jul",
            "Where each violation is told that is the first of its kind: standard error, or a logging library of the program"),
    BASELINE("aide.baseline", "", "files, comma-separated", "Findings that are known: they neither print nor throw"),
    BASELINE_UPDATE(
            "aide.baseline.update",
            "false",
            "true or false",
            "Whether what is not in the baseline is recorded into its first file"),
    BASELINE_PROOF(
            "aide.baseline.proof",
            "100",
            "a number from 1 up",
            "How often a method has to run without a known finding before that looks obsolete"),
    REPORT(
            "aide.report",
            "",
            "files ending in .html, .sarif, .json or .xml, comma-separated",
            "Where reports are written to; %p stands for the process id, %t for the time of start"),
    REPORT_EVERY(
            "aide.report.every",
            "",
            "a duration such as 30s, 5m or 1h",
            "How often reports are written while the program runs; at its end they are in any case"),
    CONFIG("aide.config", "", "a file", "A properties file with any of these keys");

    /** What the keys that set one rule, or a family of rules, begin with. */
    public static final String RULE_PREFIX = "aide.rule.";

    private final String key;
    private final String defaultValue;
    private final String takes;
    private final String summary;

    Setting(String key, String defaultValue, String takes, String summary) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.takes = takes;
        this.summary = summary;
    }

    public String key() {
        return key;
    }

    /** Returns the default as it would be written; empty where there is none. */
    public String defaultValue() {
        return defaultValue;
    }

    public String takes() {
        return takes;
    }

    public String summary() {
        return summary;
    }
}
