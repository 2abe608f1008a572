package dev.aide.agent.config;

import java.util.List;

/**
 * The levels that hold in a running program. They are switched as a whole, so that nobody sees half of a switch. Safe for use
 * by any thread.
 */
public final class Modes {
    private final Levels atStart;
    private volatile Levels now;

    Modes(Levels atStart) {
        this.atStart = atStart;
        this.now = atStart;
    }

    /** Returns the levels that hold now. */
    public Levels now() {
        return now;
    }

    /** Makes other levels hold. */
    public void switchTo(Levels levels) {
        now = levels;
    }

    boolean areSwitched() {
        return now != atStart;
    }

    /**
     * Returns what would hold by other values of some keys; those that are left out keep theirs.
     *
     * @param arguments keys and values as an agent takes them: {@code mode=enforce;rule.types=off}
     * @throws BadConfiguration if one is unknown, cannot be meant as written, or is no mode
     */
    public Levels with(String arguments) throws BadConfiguration {
        SettingSources sources = new SettingSources(now.rules());
        sources.addAgentArguments(arguments);
        if (sources.given().isEmpty()) {
            throw new BadConfiguration("there is nothing to switch; write key=value, such as mode=enforce");
        }
        return now.with(new GivenSettings(sources.given()).modesAlone());
    }

    /**
     * Returns what would hold by one more entry {@code pattern=mode} at the end of a key's value.
     *
     * @param pattern the classes, such as {@code com.acme.**}
     * @param rule a rule or a family of rules, such as {@code types}; empty for {@code aide.mode} itself
     * @throws BadConfiguration if one of the three cannot be meant as written
     */
    public Levels with(String pattern, String rule, String mode) throws BadConfiguration {
        List<String> known = SettingSources.ruleNames(now.rules());
        if (!rule.equals(Levels.ALL) && !known.contains(rule)) {
            throw new BadConfiguration("'" + rule + "' is not a rule; did you mean " + Nearest.to(rule, known)
                    + "? Known are: " + Lists.join(known) + "; leave it empty for all");
        }
        return now.with(rule, ClassPattern.parse(pattern, "pattern"), Mode.parse(mode, "mode"));
    }
}
