package dev.aide.store.schedule;

/**
 * What to run under a name, and when. Immutable, as far as the action is.
 *
 * @param name the name, which is the same in all processes that share a database
 * @param timing when
 * @param missed what happens to runs whose time passed; {@link MissedRuns#RUN_ONCE} unless changed
 * @param overlapping whether a run may begin while the one before is still going; false unless changed
 * @param action what to run
 */
public record Schedule(String name, Timing timing, MissedRuns missed, boolean overlapping, Action action) {

    /** A schedule whose missed runs are made up for once, and whose runs do not overlap. */
    public static Schedule of(String name, Timing timing, Action action) {
        return new Schedule(name, timing, MissedRuns.RUN_ONCE, false, action);
    }

    /** The same with another policy for missed runs. */
    public Schedule withMissed(MissedRuns missed) {
        return new Schedule(name, timing, missed, overlapping, action);
    }

    /** The same with runs that may overlap; one that dies with its process is then not run again. */
    public Schedule withOverlapping() {
        return new Schedule(name, timing, missed, true, action);
    }

    /** What is run. */
    @FunctionalInterface
    public interface Action {
        /**
         * Runs once.
         *
         * @throws Exception if it fails: the error hook hears of it, and the next run comes at its time
         */
        void run() throws Exception;
    }
}
