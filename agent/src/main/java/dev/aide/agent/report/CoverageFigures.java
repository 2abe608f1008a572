package dev.aide.agent.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was held in a JVM and what could not be, as it stood when a report was made; immutable. */
public final class CoverageFigures {
    /** What is counted, in the order of reports. */
    public enum Figure {
        CLASSES_WOVEN("classesWoven"),
        CLASSES_WITHOUT_NEED("classesWithNothingToCheck"),
        CLASSES_OUT_OF_SCOPE("classesOutOfScope"),
        CLASSES_FAILED("classesFailed"),
        CLASSES_JUDGED("classesJudged"),
        CLASSES_NOT_JUDGED("classesNotJudged"),
        METHODS_WOVEN("methodsWoven"),
        METHODS_EXECUTED("methodsExecuted"),
        VALUES_NOT_CHECKED("valuesNotChecked"),
        /** Only there where {@code aide.counts=true}, as are elements. */
        CALLS("calls"),
        ELEMENTS("elements");

        private final String id;

        Figure(String id) {
            this.id = id;
        }

        /** Returns the figure's name in reports. */
        public String id() {
            return id;
        }
    }

    private final Map<Figure, Long> figures;
    private final List<String> problems;
    private final List<String> notLoaded;

    /**
     * Takes figures.
     *
     * @param problems what was not held, and why, in sentences
     * @param notLoaded declared types that could not be loaded, so that nothing was held to them
     */
    public CoverageFigures(Map<Figure, Long> figures, List<String> problems, List<String> notLoaded) {
        this.figures = Collections.unmodifiableMap(new EnumMap<>(figures));
        this.problems = Collections.unmodifiableList(new ArrayList<>(problems));
        this.notLoaded = Collections.unmodifiableList(new ArrayList<>(notLoaded));
    }

    /** Returns what was counted; a figure that was not is not there. */
    public Map<Figure, Long> figures() {
        return figures;
    }

    public List<String> problems() {
        return problems;
    }

    public List<String> notLoaded() {
        return notLoaded;
    }
}
