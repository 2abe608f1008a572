package dev.aide.agent.config;

import dev.aide.agent.config.SettingSources.Given;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Reads what was given, or the defaults, as what it means; what cannot be meant as written is refused. Immutable. */
final class GivenSettings {
    private final Map<String, Given> given;

    GivenSettings(Map<String, Given> given) {
        this.given = given;
    }

    /** Returns what was set as it was written, by key. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Given> entry : given.entrySet()) {
            texts.put(entry.getKey(), entry.getValue().value);
        }
        return texts;
    }

    /** Returns where each was set in a user's words, by key. */
    Map<String, String> origins() {
        Map<String, String> origins = new LinkedHashMap<>();
        for (Map.Entry<String, Given> entry : given.entrySet()) {
            origins.put(entry.getKey(), entry.getValue().origin);
        }
        return origins;
    }

    String text(Setting setting) {
        return get(setting).value;
    }

    List<String> list(Setting setting) {
        return Lists.split(text(setting), ',');
    }

    Depth depth() throws BadConfiguration {
        Given depth = get(Setting.TYPES_DEPTH);
        return Depth.parse(depth.value, depth.origin);
    }

    Levels levels(Map<String, Strictness> rules) throws BadConfiguration {
        Given mode = get(Setting.MODE);
        return new Levels(ModeSpec.parse(mode.value, mode.origin), rules, modesByRule());
    }

    /** Returns the modes that were given; anything else is refused, since it cannot be switched. */
    Map<String, ModeSpec> modesAlone() throws BadConfiguration {
        for (Map.Entry<String, Given> entry : given.entrySet()) {
            String key = entry.getKey();
            if (!key.equals(Setting.MODE.key()) && !key.startsWith(Setting.RULE_PREFIX)) {
                throw new BadConfiguration(entry.getValue().origin + ": " + key
                        + " cannot be changed while aide runs, only aide.mode and aide.rule.… can;"
                        + " leave it out, or start the JVM again with it");
            }
        }
        Map<String, ModeSpec> modes = modesByRule();
        Given mode = given.get(Setting.MODE.key());
        if (mode != null) {
            modes.put(Levels.ALL, ModeSpec.parse(mode.value, mode.origin));
        }
        return modes;
    }

    private Map<String, ModeSpec> modesByRule() throws BadConfiguration {
        Map<String, ModeSpec> byRule = new LinkedHashMap<>();
        for (Map.Entry<String, Given> entry : given.entrySet()) {
            if (entry.getKey().startsWith(Setting.RULE_PREFIX)) {
                Given mode = entry.getValue();
                byRule.put(
                        entry.getKey().substring(Setting.RULE_PREFIX.length()),
                        ModeSpec.parse(mode.value, mode.origin));
            }
        }
        return byRule;
    }

    LogTarget log() throws BadConfiguration {
        Given log = get(Setting.LOG);
        return LogTarget.parse(log.value, log.origin);
    }

    /**
     * Returns what is in scope.
     *
     * @param program the system properties of the JVM that runs the program; null where none runs here
     */
    Scope scope(Properties program) throws BadConfiguration {
        Given include = get(Setting.INCLUDE);
        List<ClassPattern> excluded = patterns(Setting.EXCLUDE);
        if (!include.value.isEmpty()) {
            return new Scope(patterns(Setting.INCLUDE), excluded, "by " + include.origin);
        }
        List<ClassPattern> included = new ArrayList<>();
        if (program == null) {
            included.add(ClassPattern.parse("**", "default"));
            return new Scope(included, excluded, "by default; aide.include changes it");
        }
        MainClass main = MainClass.of(program);
        included.add(ClassPattern.parse(main.defaultInclude(), "main class " + main));
        return new Scope(included, excluded, "by the main class " + main + "; aide.include changes it");
    }

    private List<ClassPattern> patterns(Setting setting) throws BadConfiguration {
        Given given = get(setting);
        List<ClassPattern> patterns = new ArrayList<>();
        for (String text : Lists.split(given.value, ',')) {
            patterns.add(ClassPattern.parse(text, given.origin));
        }
        return patterns;
    }

    Set<String> classNames(Setting setting) throws BadConfiguration {
        Given given = get(setting);
        Set<String> names = new HashSet<>(Lists.split(given.value, ','));
        for (String name : names) {
            if (name.indexOf('*') >= 0) {
                throw new BadConfiguration(given.origin + ": '" + name
                        + "' is a pattern; name each class, since only exact classes are known to be safe to walk");
            }
        }
        return names;
    }

    boolean updatesBaseline() throws BadConfiguration {
        boolean updates = isSecond(Setting.BASELINE_UPDATE, "false", "true");
        if (updates && get(Setting.BASELINE).value.isEmpty()) {
            throw new BadConfiguration(get(Setting.BASELINE_UPDATE).origin
                    + " has no file to record into; name one, such as -Daide.baseline=aide-baseline.txt");
        }
        return updates;
    }

    /** Returns a number from 1 up; the largest there is where none is set. */
    int number(Setting setting) throws BadConfiguration {
        Given given = get(setting);
        if (given.value.isEmpty()) {
            return Integer.MAX_VALUE;
        }
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

    List<ReportFile> reports(Setting setting) throws BadConfiguration {
        Given given = get(setting);
        List<ReportFile> files = new ArrayList<>();
        for (String path : Lists.split(given.value, ',')) {
            files.add(ReportFile.parse(path, given.origin));
        }
        return files;
    }

    long reportInterval() throws BadConfiguration {
        Given every = get(Setting.REPORT_EVERY);
        if (every.value.isEmpty()) {
            return 0;
        }
        if (get(Setting.REPORT).value.isEmpty() && !updatesBaseline()) {
            throw new BadConfiguration(
                    every.origin + " has nothing to write; name a report too, such as -Daide.report=out/aide.html");
        }
        return Interval.parseMillis(every.value, every.origin);
    }

    DocsVisibility docsVisibility() throws BadConfiguration {
        Given given = get(Setting.DOCS_VISIBILITY);
        return DocsVisibility.parse(given.value, given.origin);
    }

    Set<DocsExemption> docsExemptions() throws BadConfiguration {
        Given given = get(Setting.DOCS_EXEMPT);
        return DocsExemption.parse(given.value, given.origin);
    }

    List<String> orders(Setting setting) throws BadConfiguration {
        Given given = get(setting);
        List<String> pairs = new ArrayList<>();
        for (String text : Lists.split(given.value, ',')) {
            int colon = text.indexOf(':');
            if (colon <= 0 || colon == text.length() - 1 || colon != text.lastIndexOf(':')) {
                throw new BadConfiguration(
                        given.origin + ": '" + text + "' is not a pair of names; write it as debit:credit");
            }
            pairs.add(text.replace(':', ','));
        }
        return pairs;
    }

    /** Tells which of the two values that a setting can have it has. */
    boolean isSecond(Setting setting, String first, String second) throws BadConfiguration {
        Given value = get(setting);
        if (value.value.equals(first) || value.value.equals(second)) {
            return value.value.equals(second);
        }
        throw new BadConfiguration(
                value.origin + ": '" + value.value + "' is not allowed; write " + first + " or " + second);
    }

    private Given get(Setting setting) {
        Given value = given.get(setting.key());
        return value == null ? new Given(setting.defaultValue(), setting.key() + " by default") : value;
    }
}
