package dev.aide.agent.weave;

import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Levels;
import dev.aide.agent.config.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Switches modes while the program runs. A switch holds for every violation from one moment on; the sites follow: those that
 * check something else are linked anew, and classes that lack sites are transformed again. Safe for use by any thread.
 */
public final class ModeSwitch {
    private static final int MOST_NAMES = 5;

    private final Settings settings;
    private final Weaver weaver;
    private final LoadedClasses loaded;

    public ModeSwitch(Settings settings, Weaver weaver, LoadedClasses loaded) {
        this.settings = settings;
        this.weaver = weaver;
        this.loaded = loaded;
    }

    /**
     * Gives keys other values.
     *
     * @param arguments as an agent takes them: {@code mode=enforce;rule.types=off}
     * @return what came of it, in a sentence or two
     * @throws BadConfiguration if that cannot be; then all is as it was
     */
    public synchronized String set(String arguments) throws BadConfiguration {
        return switchTo(settings.modes().with(arguments));
    }

    /**
     * Gives classes another mode.
     *
     * @param pattern the classes, such as {@code com.acme.**}
     * @param rule a rule or a family of rules, or empty for {@code aide.mode} itself
     * @return what came of it, in a sentence or two
     * @throws BadConfiguration if that cannot be; then all is as it was
     */
    public synchronized String set(String pattern, String rule, String mode) throws BadConfiguration {
        return switchTo(settings.modes().with(pattern, rule, mode));
    }

    private String switchTo(Levels next) {
        Levels before = settings.levels();
        settings.modes().switchTo(next);
        int relinked = weaver.relink(before, next);
        ChangedLevels changed = new ChangedLevels(before, next, settings.isLive());
        Set<Class<?>> seen = new HashSet<>();
        Transformed transformed = new Transformed();
        loaded.transform(bringUp(changed, seen), transformed);
        // a class that was just being loaded may have been woven before the switch, and be there only now
        loaded.transform(bringUp(changed, seen), transformed);
        return words(next, relinked, transformed);
    }

    /** Has classes judged that were not seen yet, and returns those of them that lack sites. */
    private List<Class<?>> bringUp(ChangedLevels changed, Set<Class<?>> seen) {
        List<Class<?>> lacking = new ArrayList<>();
        for (Class<?> type : loaded.held()) {
            String name = type.getName().replace('.', '/');
            if (!seen.add(type)) {
                continue;
            }
            if (changed.needSites(name)) {
                lacking.add(type);
            }
            if (changed.needJudging(name)) {
                weaver.judge(type, changed.wasJudged(name));
            }
        }
        return lacking;
    }

    private static String words(Levels now, int relinked, Transformed transformed) {
        StringBuilder text = new StringBuilder("switched to");
        for (Map.Entry<String, String> entry : now.texts().entrySet()) {
            text.append(' ').append(entry.getKey()).append('=').append(entry.getValue());
        }
        text.append(": ").append(count(relinked, "site")).append(" linked anew, ");
        text.append(count(transformed.done(), "class")).append(" transformed again");
        Map<String, String> refused = transformed.refused();
        if (!refused.isEmpty()) {
            text.append("; ").append(count(refused.size(), "class"));
            text.append(refused.size() == 1 ? " needs" : " need")
                    .append(" a restart, since the JVM refused to change ");
            text.append(refused.size() == 1 ? "it: " : "them: ");
            appendNames(text, refused);
        }
        Map<String, String> failed = transformed.failed();
        if (!failed.isEmpty()) {
            text.append("; ").append(count(failed.size(), "class")).append(" cannot be held: ");
            appendNames(text, failed);
        }
        if (now.areAllOff() && now.texts().size() > 1) {
            text.append("; aide.mode=off stops everything, whatever the rules say");
        }
        return text.toString();
    }

    private static void appendNames(StringBuilder text, Map<String, String> refused) {
        int shown = 0;
        for (Map.Entry<String, String> entry : refused.entrySet()) {
            if (shown == MOST_NAMES) {
                text.append(" and ").append(refused.size() - shown).append(" more");
                return;
            }
            text.append(shown++ == 0 ? "" : ", ").append(entry.getKey());
            text.append(" (").append(entry.getValue()).append(')');
        }
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : noun.endsWith("s") ? "es" : "s");
    }
}
