package dev.aide.agent.config;

import dev.aide.agent.config.SettingSources.Given;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** All settings, checked; immutable. */
public final class Settings {
    private final Levels levels;
    private final Scope scope;
    private final Depth depth;
    private final Set<String> containers;
    private final boolean walksLocked;
    private final boolean unannotatedExcludesNull;
    private final int mostParameters;
    private final int mostVarargs;
    private final boolean showsValues;
    private final boolean plainExceptions;
    private final boolean counts;
    private final List<String> baseline;
    private final boolean updatesBaseline;
    private final int baselineProof;
    private final List<ReportFile> reports;
    private final long reportIntervalMillis;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<String> warnings;

    private Settings(SettingSources sources, Map<String, Strictness> rules, Properties system) throws BadConfiguration {
        Map<String, Given> given = sources.given();
        this.warnings = sources.warnings();
        this.levels = levels(given, rules);
        this.scope = levels.areAllOff() ? null : scope(given, system);
        Given depth = get(given, Setting.TYPES_DEPTH);
        this.depth = Depth.parse(depth.value, depth.origin);
        this.containers = classNames(get(given, Setting.TYPES_CONTAINERS));
        this.walksLocked = isSecond(given, Setting.TYPES_LOCKED, "skip", "walk");
        this.unannotatedExcludesNull = isSecond(given, Setting.NULLS_DEFAULT, "annotated", "nonnull");
        this.mostParameters = number(get(given, Setting.ARITY_MAX));
        this.mostVarargs = get(given, Setting.VARARGS_MAX).value.isEmpty()
                ? Integer.MAX_VALUE
                : number(get(given, Setting.VARARGS_MAX));
        this.showsValues = isSecond(given, Setting.VALUES, "hide", "show");
        this.plainExceptions = isSecond(given, Setting.EXCEPTIONS, "jvm", "plain");
        this.counts = isSecond(given, Setting.COUNTS, "false", "true");
        this.baseline = Lists.split(get(given, Setting.BASELINE).value, ',');
        this.updatesBaseline = updatesBaseline(given);
        this.baselineProof = number(get(given, Setting.BASELINE_PROOF));
        this.reports = reports(get(given, Setting.REPORT));
        this.reportIntervalMillis = reportInterval(given);
        for (Map.Entry<String, Given> entry : given.entrySet()) {
            this.given.put(entry.getKey(), entry.getValue().value);
        }
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

    static Settings read(
            Properties system, String arguments, Map<String, String> environment, Map<String, Strictness> rules)
            throws BadConfiguration {
        SettingSources sources = new SettingSources(rules.keySet());
        sources.addSystemProperties(system);
        sources.addAgentArguments(arguments);
        sources.addEnvironment(environment);
        sources.addFile();
        return new Settings(sources, rules, system);
    }

    public Levels levels() {
        return levels;
    }

    /** Returns what is in scope; null where everything is off. */
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

    /** Returns what was set, by key; what is left to its default is not there. */
    public Map<String, String> given() {
        return Collections.unmodifiableMap(given);
    }

    /** Returns what was set in vain, in sentences. */
    public List<String> warnings() {
        return warnings;
    }

    private static Levels levels(Map<String, Given> given, Map<String, Strictness> rules) throws BadConfiguration {
        Map<String, ModeSpec> byRule = new HashMap<>();
        for (Map.Entry<String, Given> entry : given.entrySet()) {
            if (entry.getKey().startsWith(Setting.RULE_PREFIX)) {
                Given mode = entry.getValue();
                byRule.put(
                        entry.getKey().substring(Setting.RULE_PREFIX.length()),
                        ModeSpec.parse(mode.value, mode.origin));
            }
        }
        Given mode = get(given, Setting.MODE);
        return new Levels(ModeSpec.parse(mode.value, mode.origin), rules, byRule);
    }

    private static Scope scope(Map<String, Given> given, Properties system) throws BadConfiguration {
        Given include = get(given, Setting.INCLUDE);
        List<ClassPattern> excluded = patterns(get(given, Setting.EXCLUDE));
        if (!include.value.isEmpty()) {
            return new Scope(patterns(include), excluded, "by " + include.origin);
        }
        MainClass main = MainClass.of(system);
        List<ClassPattern> included = new ArrayList<>();
        included.add(ClassPattern.parse(main.defaultInclude(), "main class " + main));
        return new Scope(included, excluded, "by the main class " + main + "; aide.include changes it");
    }

    private static List<ClassPattern> patterns(Given given) throws BadConfiguration {
        List<ClassPattern> patterns = new ArrayList<>();
        for (String text : Lists.split(given.value, ',')) {
            patterns.add(ClassPattern.parse(text, given.origin));
        }
        return patterns;
    }

    private static Set<String> classNames(Given given) throws BadConfiguration {
        Set<String> names = new HashSet<>(Lists.split(given.value, ','));
        for (String name : names) {
            if (name.indexOf('*') >= 0) {
                throw new BadConfiguration(given.origin + ": '" + name
                        + "' is a pattern; name each class, since only exact classes are known to be safe to walk");
            }
        }
        return names;
    }

    private static boolean updatesBaseline(Map<String, Given> given) throws BadConfiguration {
        boolean updates = isSecond(given, Setting.BASELINE_UPDATE, "false", "true");
        if (updates && get(given, Setting.BASELINE).value.isEmpty()) {
            throw new BadConfiguration(get(given, Setting.BASELINE_UPDATE).origin
                    + " has no file to record into; name one, such as -Daide.baseline=aide-baseline.txt");
        }
        return updates;
    }

    private static int number(Given given) throws BadConfiguration {
        try {
            int number = Integer.parseInt(given.value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, in the words for every wrong value
        }
        throw new BadConfiguration(given.origin + ": '" + given.value + "' is not a number from 1 up");
    }

    private static List<ReportFile> reports(Given given) throws BadConfiguration {
        List<ReportFile> files = new ArrayList<>();
        for (String path : Lists.split(given.value, ',')) {
            files.add(ReportFile.parse(path, given.origin));
        }
        return files;
    }

    private static long reportInterval(Map<String, Given> given) throws BadConfiguration {
        Given every = get(given, Setting.REPORT_EVERY);
        if (every.value.isEmpty()) {
            return 0;
        }
        if (get(given, Setting.REPORT).value.isEmpty()
                && get(given, Setting.BASELINE).value.isEmpty()) {
            throw new BadConfiguration(
                    every.origin + " has nothing to write; name a report too, such as -Daide.report=out/aide.html");
        }
        return Interval.parseMillis(every.value, every.origin);
    }

    private static boolean isSecond(Map<String, Given> given, Setting setting, String first, String second)
            throws BadConfiguration {
        Given value = get(given, setting);
        if (value.value.equals(first) || value.value.equals(second)) {
            return value.value.equals(second);
        }
        throw new BadConfiguration(
                value.origin + ": '" + value.value + "' is not allowed; write " + first + " or " + second);
    }

    private static Given get(Map<String, Given> given, Setting setting) {
        Given value = given.get(setting.key());
        return value == null ? new Given(setting.defaultValue(), setting.key() + " by default") : value;
    }
}
