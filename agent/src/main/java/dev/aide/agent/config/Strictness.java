package dev.aide.agent.config;

/** What a mode makes of a rule that no setting names. */
public enum Strictness {
    /** As the mode says: the rule finds what would fail sooner or later. */
    DEFECT {
        @Override
        Level under(Mode mode) {
            return mode.level();
        }
    },
    /** At most a warning, but under strict: the rule speaks of how code is written, and no program is to end by that. */
    STYLE {
        @Override
        Level under(Mode mode) {
            return mode == Mode.ENFORCE ? Level.WARN : mode.level();
        }
    },
    /** Off, but under strict: a matter of taste. */
    STRICT_ONLY {
        @Override
        Level under(Mode mode) {
            return mode == Mode.STRICT ? Level.ENFORCE : Level.OFF;
        }
    },
    /** Off: the rule costs more than others, or asks for a setting first. */
    ON_REQUEST {
        @Override
        Level under(Mode mode) {
            return Level.OFF;
        }
    };

    abstract Level under(Mode mode);
}
