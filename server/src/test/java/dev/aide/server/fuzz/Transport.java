package dev.aide.server.fuzz;

import java.util.Optional;

/** How shots reach a portal. For many threads. */
interface Transport {

    /** What comes back; empty if this is no way for such a shot. */
    Optional<Reply> fire(Shot shot);
}
