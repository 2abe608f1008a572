package dev.aide.agent.cli;

import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Nearest;
import dev.aide.agent.config.Setting;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Rule;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the settings as the agent would read them. */
@Command(
        name = "settings",
        header = "Shows every setting, its value and where that came from.",
        description = {
            "",
            "Settings are read as the agent reads them, the first that has one wins: -D, the environment, the file of"
                    + " aide.config, the default. What the agent would refuse is refused here in the same words, before"
                    + " it stops a program.",
            "",
            "  java -jar aide.jar settings --config aide.properties   all of them",
            "  java -jar aide.jar settings types.depth                what one is for",
            "  java -jar aide.jar settings --class com.acme.Order     what holds there"
        })
final class SettingsCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "KEY", description = "Keys to say more about.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description = "Shows the level of each rule in this class, by its full name.")
    private String className;

    @Mixin
    private SettingOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws BadConfiguration {
        Settings settings = options.read();
        PrintWriter out = spec.commandLine().getOut();
        if (className != null) {
            out.print(levels(settings));
        } else if (keys.isEmpty()) {
            out.print(all(settings));
        } else {
            for (String key : keys) {
                out.print(describe(SettingOptions.qualified(key), settings));
            }
        }
        return ExitCode.FINE;
    }

    private static String all(Settings settings) {
        Columns columns = new Columns();
        for (Setting setting : Setting.values()) {
            columns.add(setting.key(), value(setting, settings), origin(setting.key(), settings));
        }
        for (Map.Entry<String, String> rule : settings.given().entrySet()) {
            if (rule.getKey().startsWith(Setting.RULE_PREFIX)) {
                columns.add(rule.getKey(), rule.getValue(), origin(rule.getKey(), settings));
            }
        }
        return columns.toString();
    }

    private String describe(String key, Settings settings) {
        if (isOfRules(key)) {
            String value = settings.given().getOrDefault(key, "-");
            return key + "\n  The level of " + key.substring(Setting.RULE_PREFIX.length())
                    + ", in place of the one that aide.mode gives\n"
                    + columns(value, origin(key, settings), Setting.MODE.takes(), "none");
        }
        Setting setting = known(key);
        return key + "\n  " + setting.summary() + "\n"
                + columns(
                        value(setting, settings),
                        origin(key, settings),
                        setting.takes(),
                        setting.defaultValue().isEmpty() ? "none" : setting.defaultValue());
    }

    private static Columns columns(String value, String origin, String takes, String defaultValue) {
        Columns columns = new Columns();
        columns.add("  value", value + "  (" + origin + ")");
        columns.add("  takes", takes);
        columns.add("  default", defaultValue);
        return columns;
    }

    /** Tells the keys of rules and of families of rules. */
    private static boolean isOfRules(String key) {
        for (Rule rule : Rule.values()) {
            if ((Setting.RULE_PREFIX + rule.id() + ".").startsWith(key + ".")
                    && key.length() > Setting.RULE_PREFIX.length()) {
                return true;
            }
        }
        return false;
    }

    private String levels(Settings settings) {
        String internalName = className.replace('.', '/');
        if (settings.levels().areAllOff()) {
            return "aide.mode=off (" + origin(Setting.MODE.key(), settings) + "): nothing is held\n";
        }
        if (!settings.scope().covers(internalName)) {
            return className + " is not in scope: " + settings.scope().describe() + "\n";
        }
        Columns columns = new Columns();
        for (Rule rule : Rule.values()) {
            String level = settings.levels().of(rule.id(), internalName).name().toLowerCase(Locale.ROOT);
            columns.add(rule.id(), level, rule.summary());
        }
        return columns.toString();
    }

    private Setting known(String key) {
        if (key.indexOf('=') > 0) {
            throw new ParameterException(spec.commandLine(), "'" + key + "' sets a value; write it as -D" + key);
        }
        List<String> known = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            if (setting.key().equals(key)) {
                return setting;
            }
            known.add(setting.key());
        }
        throw new ParameterException(
                spec.commandLine(),
                "'" + key + "' is not a setting of aide; did you mean " + Nearest.to(key, known) + "?");
    }

    private static String value(Setting setting, Settings settings) {
        String given = settings.given().get(setting.key());
        return given != null ? given : setting.defaultValue().isEmpty() ? "-" : setting.defaultValue();
    }

    private static String origin(String key, Settings settings) {
        String origin = settings.origins().get(key);
        return origin == null ? "default" : origin;
    }
}
