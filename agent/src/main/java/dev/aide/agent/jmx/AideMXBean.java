package dev.aide.agent.jmx;

import java.util.List;
import java.util.Map;

/** What aide shows of itself as the MBean {@code dev.aide:type=Aide}, and what can be asked of it there. Safe for use by any thread. */
public interface AideMXBean {
    /** Returns aide's version. */
    String getVersion();

    /** Returns which classes are held, in words. */
    String getScope();

    /** Returns the values of {@code aide.mode} and of the {@code aide.rule.…} keys that hold now, by key. */
    Map<String, String> getModes();

    /** Returns what is held and what is not, by the names that the JSON report uses. */
    Map<String, Long> getCoverage();

    /** Returns what could not be held and why, in sentences. */
    List<String> getProblems();

    /** Returns how many violations there were, those that the baseline lists included. */
    long getViolations();

    /** Returns how many kinds of findings there are. */
    int getKinds();

    /** Returns all kinds of findings that are kept, the most frequent first. */
    List<TopFinding> getFindings();

    /** Returns the ten kinds of findings that happened most often. */
    List<TopFinding> getTopFindings();

    /**
     * Gives classes another mode, as if {@code pattern=mode} stood last in the key's value.
     *
     * @param pattern the classes, such as {@code com.acme.**}
     * @param rule a rule or a family of rules, such as {@code types}; empty for {@code aide.mode} itself
     * @param mode off, warn, enforce or strict
     * @return what came of it
     * @throws IllegalArgumentException if one of them cannot be meant as written; then all is as it was
     */
    String setMode(String pattern, String rule, String mode);

    /**
     * Gives keys other values.
     *
     * @param values as an agent takes them: {@code mode=off}, or {@code mode=enforce;rule.types=warn}
     * @return what came of it
     * @throws IllegalArgumentException if one of them cannot be meant as written; then all is as it was
     */
    String switchModes(String values);

    /** Forgets what happened, so that counts start at zero and the first of each kind is told again. */
    void reset();

    /**
     * Writes a report.
     *
     * @param path a file ending in .html, .sarif, .json or .xml, whose folder is made where it is not there
     * @return the file's whole path
     * @throws IllegalArgumentException if that cannot be a report
     * @throws IllegalStateException if it could not be written
     */
    String dumpReport(String path);
}
