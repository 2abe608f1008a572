package dev.aide.agent.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How {@code aide.mode} and the {@code aide.rule.…} keys combine to one level for a rule in a class. A bare
 * {@code aide.mode=off} stops everything; otherwise the longest rule id wins, in it the longest pattern, then the later
 * entry. What names a rule decides it; a mode for all leaves {@link Strictness} its say.
 *
 * <p>Immutable.
 */
public final class Levels {
    /** Stands for all rules where one is asked for. */
    static final String ALL = "";

    private final ModeSpec all;
    private final Map<String, Strictness> rules;
    private final Map<String, ModeSpec> byRule;

    Levels(ModeSpec all, Map<String, Strictness> rules, Map<String, ModeSpec> byRule) {
        this.all = all;
        this.rules = rules;
        this.byRule = byRule;
    }

    /** Tells whether {@code aide.mode=off} stops everything, whatever the rules say. */
    public boolean areAllOff() {
        return all.isOnly(Mode.OFF);
    }

    /**
     * Returns the level of a rule in a class.
     *
     * @param rule a rule's full id, such as {@code types.argument}
     * @param internalName the class as its class file names it, such as {@code com/acme/Order}
     */
    public Level of(String rule, String internalName) {
        if (areAllOff()) {
            return Level.OFF;
        }
        for (String id = rule; id != null; id = parent(id)) {
            ModeSpec spec = byRule.get(id);
            Mode mode = spec == null ? null : spec.modeOf(internalName);
            if (mode != null) {
                return mode.level();
            }
        }
        Mode mode = all.modeOf(internalName);
        return rules.get(rule).under(mode == null ? Mode.WARN : mode);
    }

    /**
     * Returns these levels with the values of some keys given anew; what is left out stays.
     *
     * @param specs by rule or family of rules, or {@link #ALL} for {@code aide.mode}
     */
    Levels with(Map<String, ModeSpec> specs) {
        Map<String, ModeSpec> changed = new LinkedHashMap<>(byRule);
        changed.putAll(specs);
        ModeSpec forAll = changed.remove(ALL);
        return new Levels(forAll == null ? all : forAll, rules, changed);
    }

    /** Returns these levels with a mode for a pattern behind the others in a key's value; parameters as above. */
    Levels with(String rule, ClassPattern pattern, Mode mode) {
        ModeSpec spec = rule.equals(ALL) ? all : byRule.get(rule);
        ModeSpec changed = spec == null ? ModeSpec.of(pattern, mode) : spec.with(pattern, mode);
        return with(Collections.singletonMap(rule, changed));
    }

    /** Returns the ids of the rules there are. */
    Set<String> rules() {
        return rules.keySet();
    }

    /** Returns the values of {@code aide.mode} and of the {@code aide.rule.…} keys that are set, by key. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(Setting.MODE.key(), all.toString());
        for (Map.Entry<String, ModeSpec> entry : byRule.entrySet()) {
            texts.put(Setting.RULE_PREFIX + entry.getKey(), entry.getValue().toString());
        }
        return texts;
    }

    /** Returns {@code aide.mode} as the user wrote it. */
    public String describe() {
        return all.toString();
    }

    private static String parent(String id) {
        int dot = id.lastIndexOf('.');
        return dot < 0 ? null : id.substring(0, dot);
    }
}
