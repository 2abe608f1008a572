package dev.aide.agent.config;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Collects what was set where: system property over agent argument over environment over file. Every key is checked
 * against the known ones; only an unknown name in the environment, which others share, merely warns.
 */
final class SettingSources {
    private final List<String> knownKeys;
    private final Map<String, Given> given = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    SettingSources(Iterable<String> ruleIds) {
        knownKeys = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            knownKeys.add(setting.key());
        }
        for (String name : ruleNames(ruleIds)) {
            knownKeys.add(Setting.RULE_PREFIX + name);
        }
    }

    /** Returns the names that rules can be set by: their ids, and those of their families. */
    static List<String> ruleNames(Iterable<String> ruleIds) {
        List<String> names = new ArrayList<>();
        for (String id : ruleIds) {
            names.add(id);
            String family = id.substring(0, id.indexOf('.'));
            if (!names.contains(family)) {
                names.add(family);
            }
        }
        return names;
    }

    void addSystemProperties(Properties properties) throws BadConfiguration {
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith("aide.")) {
                add(key, properties.getProperty(key), "-D" + key);
            }
        }
    }

    /** Adds {@code mode=enforce;types.depth=full}, the text behind {@code -javaagent:aide.jar=}. */
    void addAgentArguments(String arguments) throws BadConfiguration {
        Set<String> keys = new HashSet<>();
        for (String entry : Lists.split(arguments == null ? "" : arguments, ';')) {
            int equals = entry.indexOf('=');
            if (equals < 0) {
                throw new BadConfiguration("agent argument '" + entry
                        + "' has no value; write -javaagent:aide.jar=key=value;key=value, such as mode=enforce");
            }
            String key = qualified(entry.substring(0, equals).trim());
            if (!keys.add(key)) {
                throw new BadConfiguration(
                        "agent argument " + entry.substring(0, equals) + " is there twice; keep one");
            }
            add(key, entry.substring(equals + 1).trim(), "agent argument " + entry.substring(0, equals));
        }
    }

    /** Adds names such as {@code AIDE_TYPES_DEPTH}. */
    void addEnvironment(Map<String, String> environment) throws BadConfiguration {
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            String name = variable.getKey();
            if (name.startsWith("AIDE_")) {
                String key = keyOfVariable(name);
                if (key == null) {
                    warnings.add("environment variable " + name + " is not a setting of aide; ignored");
                } else {
                    add(key, variable.getValue(), "environment variable " + name);
                }
            }
        }
    }

    /** Adds the file that {@code aide.config} names, if it is set by now. */
    void addFile() throws BadConfiguration {
        Given path = given.get(Setting.CONFIG.key());
        if (path == null) {
            return;
        }
        Properties properties = new Properties();
        try (InputStream in = new FileInputStream(path.value)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadConfiguration(
                    path.origin + ": cannot read " + path.value + ": " + e.getMessage() + "; name a properties file");
        }
        for (String key : properties.stringPropertyNames()) {
            if (qualified(key).equals(Setting.CONFIG.key())) {
                throw new BadConfiguration(
                        key + " in " + path.value + ": one file cannot name another; put its lines here");
            }
            add(qualified(key), properties.getProperty(key), key + " in " + path.value);
        }
    }

    Map<String, Given> given() {
        return given;
    }

    List<String> warnings() {
        return warnings;
    }

    private void add(String key, String value, String origin) throws BadConfiguration {
        if (!knownKeys.contains(key)) {
            throw new BadConfiguration(origin + " is not a setting of aide; did you mean " + Nearest.to(key, knownKeys)
                    + "? Known are: " + Lists.join(knownKeys));
        }
        if (value.trim().isEmpty()) {
            throw new BadConfiguration(origin + " is empty; give it a value, or leave it out");
        }
        if (!given.containsKey(key)) {
            given.put(key, new Given(value.trim(), origin));
        }
    }

    private String keyOfVariable(String name) {
        for (String key : knownKeys) {
            if (name.equals(variableOf(key))) {
                return key;
            }
        }
        return null;
    }

    private static String variableOf(String key) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            name.append(c == '.' ? '_' : Character.toUpperCase(c));
        }
        return name.toString();
    }

    private static String qualified(String key) {
        return key.startsWith("aide.") ? key : "aide." + key;
    }

    /** A value and where it was set, in a user's words. */
    static final class Given {
        final String value;
        final String origin;

        Given(String value, String origin) {
            this.value = value;
            this.origin = origin;
        }
    }
}
