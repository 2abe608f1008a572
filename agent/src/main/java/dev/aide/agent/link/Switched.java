package dev.aide.agent.link;

import dev.aide.agent.config.Levels;

/** A place in woven code that settles on what the levels say, and that has to be told when others hold. */
interface Switched {
    /** Settles anew with the next call if the place does something else under other levels; tells whether it does. */
    boolean relink(Levels before, Levels now);
}
