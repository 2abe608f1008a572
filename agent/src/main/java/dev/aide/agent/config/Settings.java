package dev.aide.agent.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** All settings, checked. Only the modes can change later. Safe for use by any thread. */
public final class Settings {
    private final Modes modes;
    private final Scope scope;
    private final Depth depth;
    private final Set<String> containers;
    private final boolean walksLocked;
    private final boolean unannotatedExcludesNull;
    private final int mostParameters;
    private final int mostVarargs;
    private final List<String> docsSources;
    private final String docsCache;
    private final DocsVisibility docsVisibility;
    private final Set<DocsExemption> docsExemptions;
    private final boolean reportsUnknownDocs;
    private final List<String> knownOrders;
    private final boolean showsValues;
    private final boolean plainExceptions;
    private final boolean counts;
    private final boolean isLive;
    private final LogTarget log;
    private final List<String> baseline;
    private final boolean updatesBaseline;
    private final int baselineProof;
    private final List<ReportFile> reports;
    private final long reportIntervalMillis;
    private final Map<String, String> given;
    private final Map<String, String> origins;
    private final List<String> warnings;

    private Settings(SettingSources sources, Map<String, Strictness> rules, Properties program)
            throws BadConfiguration {
        GivenSettings settings = new GivenSettings(sources.given());
        this.warnings = sources.warnings();
        this.given = Collections.unmodifiableMap(settings.texts());
        this.origins = Collections.unmodifiableMap(settings.origins());
        this.modes = new Modes(settings.levels(rules));
        this.isLive = settings.isSecond(Setting.LIVE, "false", "true");
        this.scope = isOff() ? null : settings.scope(program);
        this.depth = settings.depth();
        this.containers = settings.classNames(Setting.TYPES_CONTAINERS);
        this.walksLocked = settings.isSecond(Setting.TYPES_LOCKED, "skip", "walk");
        this.unannotatedExcludesNull = settings.isSecond(Setting.NULLS_DEFAULT, "annotated", "nonnull");
        this.mostParameters = settings.number(Setting.ARITY_MAX);
        this.mostVarargs = settings.number(Setting.VARARGS_MAX);
        this.docsSources = settings.list(Setting.DOCS_SOURCES);
        this.docsCache = settings.text(Setting.DOCS_CACHE);
        this.docsVisibility = settings.docsVisibility();
        this.docsExemptions = settings.docsExemptions();
        this.reportsUnknownDocs = settings.isSecond(Setting.DOCS_UNKNOWN, "ignore", "report");
        this.knownOrders = settings.orders(Setting.CONVENTION_ORDERS);
        this.showsValues = settings.isSecond(Setting.VALUES, "hide", "show");
        this.plainExceptions = settings.isSecond(Setting.EXCEPTIONS, "jvm", "plain");
        this.counts = settings.isSecond(Setting.COUNTS, "false", "true");
        this.log = settings.log();
        this.baseline = settings.list(Setting.BASELINE);
        this.updatesBaseline = settings.updatesBaseline();
        this.baselineProof = settings.number(Setting.BASELINE_PROOF);
        this.reports = settings.reports(Setting.REPORT);
        this.reportIntervalMillis = settings.reportInterval();
    }

    /**
     * Reads the settings of this JVM.
     *
     * @param agentArguments the text behind {@code -javaagent:aide.jar=}, or null
     * @param rules the ids of the rules there are
     * @throws BadConfiguration if a key or value cannot be meant as written
     */
    public static Settings read(String agentArguments, Map<String, Strictness> rules) throws BadConfiguration {
        return read(System.getProperties(), agentArguments, System.getenv(), rules);
    }

    /**
     * Reads the settings for an agent that comes into a running JVM: its arguments come first, since they are meant for now.
     * Parameters and failure are those of {@link #read(String, Map)}.
     */
    public static Settings readAttached(String agentArguments, Map<String, Strictness> rules) throws BadConfiguration {
        SettingSources sources = new SettingSources(rules.keySet());
        sources.addAgentArguments(agentArguments);
        sources.addSystemProperties(System.getProperties());
        sources.addEnvironment(System.getenv());
        sources.addFile();
        return new Settings(sources, rules, System.getProperties());
    }

    /**
     * Reads settings for classes of no running program: what {@code aide.include} does not narrow is all in scope.
     *
     * @param rules the ids of the rules there are
     * @throws BadConfiguration if a key or value cannot be meant as written
     */
    public static Settings readWithoutProgram(
            Properties system, Map<String, String> environment, Map<String, Strictness> rules) throws BadConfiguration {
        return new Settings(sources(system, null, environment, rules), rules, null);
    }

    static Settings read(
            Properties system, String arguments, Map<String, String> environment, Map<String, Strictness> rules)
            throws BadConfiguration {
        return new Settings(sources(system, arguments, environment, rules), rules, system);
    }

    private static SettingSources sources(
            Properties system, String arguments, Map<String, String> environment, Map<String, Strictness> rules)
            throws BadConfiguration {
        SettingSources sources = new SettingSources(rules.keySet());
        sources.addSystemProperties(system);
        sources.addAgentArguments(arguments);
        sources.addEnvironment(environment);
        sources.addFile();
        return sources;
    }

    /** Returns the levels that hold now. */
    public Levels levels() {
        return modes.now();
    }

    /** Returns what switches the levels. */
    public Modes modes() {
        return modes;
    }

    /** Tells whether there is nothing to do for good: everything is off, and was not asked to be ready for switching. */
    public boolean isOff() {
        return modes.now().areAllOff() && !isLive;
    }

    /** Tells whether sites are woven for all rules that look at values, those that are off included. */
    public boolean isLive() {
        return isLive;
    }

    /** Returns where violations are told. */
    public LogTarget log() {
        return log;
    }

    /** Returns what is in scope; null where {@link #isOff()}. */
    public Scope scope() {
        return scope;
    }

    public Depth depth() {
        return depth;
    }

    /** Returns the names of the user's own classes that are safe to walk. */
    public Set<String> containers() {
        return containers;
    }

    public boolean walksLocked() {
        return walksLocked;
    }

    /** Tells whether null is excluded where nothing is said of it. */
    public boolean unannotatedExcludesNull() {
        return unannotatedExcludesNull;
    }

    /** Returns how many parameters a method may declare. */
    public int mostParameters() {
        return mostParameters;
    }

    /** Returns how many variable arguments a call may pass. */
    public int mostVarargs() {
        return mostVarargs;
    }

    /** Returns the paths where documentation is looked for, as they were written. */
    public List<String> docsSources() {
        return docsSources;
    }

    /** Returns the folder where what was read of documentation is kept; empty where it is not. */
    public String docsCache() {
        return docsCache;
    }

    /** Returns from which visibility on documentation is missed. */
    public DocsVisibility docsVisibility() {
        return docsVisibility;
    }

    /** Returns what the rules of documentation leave alone. */
    public Set<DocsExemption> docsExemptions() {
        return docsExemptions;
    }

    /** Tells whether a method is blamed of which it is not known whether it is documented. */
    public boolean reportsUnknownDocs() {
        return reportsUnknownDocs;
    }

    /** Returns pairs of names in the order that everybody knows, a comma between. */
    public List<String> knownOrders() {
        return knownOrders;
    }

    public boolean showsValues() {
        return showsValues;
    }

    /** Tells whether enforce throws IllegalArgument and IllegalStateExceptions instead of the JVM's own. */
    public boolean plainExceptions() {
        return plainExceptions;
    }

    public boolean counts() {
        return counts;
    }

    /** Returns the files of the baseline as they were written; empty where there is none. */
    public List<String> baseline() {
        return baseline;
    }

    /** Tells whether findings are recorded into the first file of the baseline. */
    public boolean updatesBaseline() {
        return updatesBaseline;
    }

    /** Returns how often a method has to run without a known finding before that looks obsolete. */
    public int baselineProof() {
        return baselineProof;
    }

    public List<ReportFile> reports() {
        return reports;
    }

    /** Returns how many milliseconds lie between two reports of a running program; 0 where none is written. */
    public long reportIntervalMillis() {
        return reportIntervalMillis;
    }

    /** Returns what is set now, by key; what is left to its default is not there. */
    public Map<String, String> given() {
        if (!modes.areSwitched()) {
            return given;
        }
        Map<String, String> now = new LinkedHashMap<>(given);
        now.putAll(modes.now().texts());
        return Collections.unmodifiableMap(now);
    }

    /** Returns where each was set, in a user's words, by key. */
    public Map<String, String> origins() {
        return origins;
    }

    /** Returns what was set in vain, in sentences. */
    public List<String> warnings() {
        return warnings;
    }
}
