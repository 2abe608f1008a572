package dev.aide.agent.report;

import dev.aide.agent.baseline.Baseline;
import dev.aide.agent.baseline.EntryState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What runs showed of a baseline; immutable. */
public final class BaselineResult {
    private final List<String> files;
    private final int recorded;
    private final List<EntryState> entries;

    /**
     * Takes a result.
     *
     * @param files the paths as they were set
     * @param recorded how many findings were recorded
     */
    public BaselineResult(List<String> files, int recorded, List<EntryState> entries) {
        this.files = Collections.unmodifiableList(new ArrayList<>(files));
        this.recorded = recorded;
        this.entries = Collections.unmodifiableList(new ArrayList<>(entries));
    }

    /** Returns what a run showed so far. */
    public static BaselineResult of(Baseline baseline) {
        return new BaselineResult(baseline.files(), baseline.recorded(), baseline.states());
    }

    /** Returns what both show together: an entry is seen if either saw it, and executions add up. */
    BaselineResult and(BaselineResult other) {
        Set<String> allFiles = new LinkedHashSet<>(files);
        allFiles.addAll(other.files);
        Map<String, EntryState> all = new TreeMap<>();
        for (EntryState entry : entries) {
            all.put(entry.entry(), entry);
        }
        for (EntryState entry : other.entries) {
            EntryState same = all.get(entry.entry());
            all.put(entry.entry(), same == null ? entry : same.and(entry));
        }
        return new BaselineResult(new ArrayList<>(allFiles), recorded + other.recorded, new ArrayList<>(all.values()));
    }

    /** Returns in words what became of the entries. */
    public String describe() {
        int seen = 0;
        int obsolete = 0;
        int stale = 0;
        int refuted = 0;
        int proof = 0;
        for (EntryState entry : entries) {
            seen += entry.isSeen() ? 1 : 0;
            obsolete += entry.isObsolete() ? 1 : 0;
            refuted += entry.isObsolete() && entry.isRefuted() ? 1 : 0;
            stale += entry.isStale() ? 1 : 0;
            proof = Math.max(proof, entry.proof());
        }
        StringBuilder text = new StringBuilder();
        text.append(entries.size()).append(entries.size() == 1 ? " entry" : " entries");
        text.append(" · seen ").append(seen);
        if (recorded > 0) {
            text.append(" · recorded ").append(recorded);
        }
        if (obsolete > 0) {
            text.append(" · ").append(obsolete).append(obsolete == 1 ? " looks" : " look");
            text.append(" obsolete (").append(proof(obsolete, refuted, proof)).append(" without them)");
        }
        if (stale > 0) {
            text.append(" · ").append(stale).append(" stale (no such method)");
        }
        return text.toString();
    }

    private static String proof(int obsolete, int refuted, int executions) {
        if (refuted == obsolete) {
            return "judged";
        }
        return executions + " executions or more" + (refuted == 0 ? "" : ", or judged,");
    }

    public List<String> files() {
        return files;
    }

    public int recorded() {
        return recorded;
    }

    /** Returns the entries of all files, sorted. */
    public List<EntryState> entries() {
        return entries;
    }
}
