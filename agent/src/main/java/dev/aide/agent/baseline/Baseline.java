package dev.aide.agent.baseline;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Judgement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The ratchet: findings that its files list are known, and anything else is new. While it records, what is new is known
 * from then on, and {@link #save()} adds it to the first file. Safe for use by any thread.
 */
public final class Baseline {
    private static final int MOST_RECORDED = 10_000;

    private final List<BaselineFile> files;
    private final boolean records;
    private final int mostRecorded;
    private final Evidence evidence;
    /** Fixed once the files are read; each entry with whether it was seen. */
    private final Map<BaselineEntry, Boolean> listed =
            Collections.synchronizedMap(new TreeMap<BaselineEntry, Boolean>());

    private final Set<BaselineEntry> recorded = Collections.synchronizedSet(new HashSet<BaselineEntry>());

    private Baseline(List<BaselineFile> files, Settings settings, int mostRecorded) {
        this.files = files;
        this.records = settings.updatesBaseline();
        this.mostRecorded = mostRecorded;
        this.evidence = new Evidence(settings);
    }

    /**
     * Reads the files that the settings name.
     *
     * @throws BadConfiguration if one is not there or not to be read, or a line is no entry
     */
    public static Baseline open(Settings settings) throws BadConfiguration {
        return open(settings, MOST_RECORDED);
    }

    /**
     * Does the same where no program needs the memory: all that is found is recorded.
     *
     * @throws BadConfiguration as {@link #open(Settings)}
     */
    public static Baseline openForScan(Settings settings) throws BadConfiguration {
        return open(settings, Integer.MAX_VALUE);
    }

    private static Baseline open(Settings settings, int mostRecorded) throws BadConfiguration {
        List<BaselineFile> files = new ArrayList<>();
        for (String path : settings.baseline()) {
            files.add(new BaselineFile(path));
        }
        Baseline baseline = new Baseline(files, settings, mostRecorded);
        for (BaselineFile file : files) {
            baseline.read(file, baseline.records && file == files.get(0));
        }
        return baseline;
    }

    /** Tells whether a finding neither prints nor throws, and notes that it was seen. */
    public boolean knows(BaselineEntry entry) {
        if (listed.containsKey(entry)) {
            listed.put(entry, true);
            return true;
        }
        if (records && recorded.size() < mostRecorded) {
            recorded.add(entry);
        }
        return records;
    }

    /**
     * Returns what counts the executions of a place in a method for the proof that entries are obsolete; null where no
     * entry is about that place.
     *
     * @param place where in the method: argument, result, field, or counted for the method as a whole
     */
    public Executions executions(String place, String className, String methodName, String descriptor) {
        return evidence.executions(place, className, methodName, descriptor);
    }

    /** Tells whether an entry names a class, given by its binary name. */
    boolean names(String className) {
        return evidence.isAbout(className);
    }

    /** Notes which methods a class has, so that entries whose method is gone can be told. */
    public void has(ClassFile file) {
        String className = file.name().replace('/', '.');
        if (names(className)) {
            for (MethodInfo method : file.methods()) {
                has(className, method.name(), method.descriptor());
            }
        }
    }

    /** Notes that a class has a method, so that entries whose method is gone can be told. */
    public void has(String className, String methodName, String descriptor) {
        evidence.has(className, methodName, descriptor);
    }

    /** Notes what the rules that need no call made of a class, so that entries can be told that they no longer find. */
    public void judged(Judgement judgement) {
        evidence.judged(judgement);
    }

    /** Returns what the run showed of each entry so far, sorted. */
    public List<EntryState> states() {
        List<EntryState> states = new ArrayList<>();
        synchronized (listed) {
            for (Map.Entry<BaselineEntry, Boolean> each : listed.entrySet()) {
                states.add(evidence.of(each.getKey(), each.getValue()));
            }
        }
        return states;
    }

    /** Returns how many findings were new to the files, and are known since they are being recorded. */
    public int recorded() {
        return recorded.size();
    }

    /** Returns in words what is held and whether it is being recorded. */
    public String describe() {
        int entries = listed.size();
        StringBuilder text = new StringBuilder("baseline ");
        for (BaselineFile file : files) {
            text.append(file == files.get(0) ? "" : ", ").append(file);
        }
        text.append(" (").append(entries).append(entries == 1 ? " entry" : " entries");
        return text.append(records ? ", recording: nothing prints or throws)" : ")")
                .toString();
    }

    /** Returns the paths of the files. */
    public List<String> files() {
        List<String> paths = new ArrayList<>();
        for (BaselineFile file : files) {
            paths.add(file.toString());
        }
        return paths;
    }

    /**
     * Adds what was recorded to the first file; does nothing where none is being recorded.
     *
     * @throws IOException if the file could not be written; it is as it was then
     */
    public void save() throws IOException {
        if (records) {
            List<BaselineEntry> entries;
            synchronized (recorded) {
                entries = new ArrayList<>(recorded);
            }
            try {
                files.get(0).add(entries);
            } catch (IllegalArgumentException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }

    private void read(BaselineFile file, boolean isRecorded) throws BadConfiguration {
        if (isRecorded && !file.existingFolder().canWrite()) {
            throw new BadConfiguration("aide.baseline: " + file + " cannot be recorded, since " + file.existingFolder()
                    + " is not writable; name another file, or hold the baseline without aide.baseline.update=true");
        }
        if (!file.isThere()) {
            if (isRecorded) {
                return;
            }
            throw new BadConfiguration("aide.baseline: " + file + " is not there; correct the path, or record it by"
                    + " running once with -Daide.baseline.update=true");
        }
        try {
            for (BaselineEntry entry : file.read().entries()) {
                listed.put(entry, false);
                evidence.lookFor(entry);
            }
        } catch (IOException e) {
            throw new BadConfiguration("aide.baseline: " + file + " cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new BadConfiguration("aide.baseline: " + file + ", " + e.getMessage());
        }
    }
}
