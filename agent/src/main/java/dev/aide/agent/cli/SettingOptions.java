package dev.aide.agent.cli;

import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Setting;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that give a command settings, by the same names and from the same places as the agent has them. */
final class SettingOptions {
    private static final String PREFIX = "aide.";

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description =
                    "A setting, such as -Daide.types.depth=full. It may also stand before -jar, in the environment"
                            + " (AIDE_TYPES_DEPTH) or in a file.")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Option(names = "--config", paramLabel = "FILE", description = "A properties file with settings; -Daide.config.")
    private String config;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Reads the settings, and tells of those that were set in vain.
     *
     * @throws BadConfiguration if a key or value cannot be meant as written
     */
    Settings read() throws BadConfiguration {
        Properties all = new Properties();
        all.putAll(System.getProperties());
        for (Map.Entry<String, String> property : properties.entrySet()) {
            all.setProperty(qualified(property.getKey()), property.getValue());
        }
        if (config != null) {
            all.setProperty(Setting.CONFIG.key(), config);
        }
        Settings settings = Settings.readWithoutProgram(all, System.getenv(), Rule.strictness());
        for (String warning : settings.warnings()) {
            command.commandLine().getErr().println("aide: " + warning);
        }
        return settings;
    }

    /** Returns a key with the word that all begin with, which may be left out. */
    static String qualified(String key) {
        return key.startsWith(PREFIX) ? key : PREFIX + key;
    }
}
