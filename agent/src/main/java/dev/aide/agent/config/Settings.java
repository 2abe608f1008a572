package dev.aide.agent.config;

import dev.aide.agent.config.SettingSources.Given;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
        this.mostParameters = number(given, Setting.ARITY_MAX);
        this.mostVarargs = number(given, Setting.VARARGS_MAX);
        this.showsValues = isSecond(given, Setting.VALUES, "hide", "show");
        this.plainExceptions = isSecond(given, Setting.EXCEPTIONS, "jvm", "plain");
        this.counts = isSecond(given, Setting.COUNTS, "false", "true");
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

    private static int number(Map<String, Given> given, Setting setting) throws BadConfiguration {
        Given value = get(given, setting);
        if (value.value.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        try {
            int number = Integer.parseInt(value.value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, in the words for every wrong value
        }
        throw new BadConfiguration(value.origin + ": '" + value.value + "' is not a number from 0 up");
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
