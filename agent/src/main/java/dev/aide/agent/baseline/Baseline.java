package dev.aide.agent.baseline;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Judgement;
import dev.aide.agent.rule.StaticFinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The ratchet: findings that its files list are known, and anything else is new. While it records, what is new is known
 * from then on, and {@link #save()} adds it to the first file. Safe for use by any thread.
 */
public final class Baseline {
    private static final int MOST_RECORDED = 10_000;

    private final List<BaselineFile> files;
    private final boolean records;
    private final Settings settings;
    private final int mostRecorded;
    /** Fixed once the files are read; each entry with whether it was seen. */
    private final Map<BaselineEntry, Boolean> listed =
            Collections.synchronizedMap(new TreeMap<BaselineEntry, Boolean>());

    /** Fixed once the files are read. */
    private final Map<String, List<BaselineEntry>> listedByClass = new HashMap<>();

    private final Map<String, Executions> executions = new ConcurrentHashMap<>();
    /** The methods of those classes that have entries, as far as they were read. */
    private final ConcurrentMap<String, Set<String>> methods = new ConcurrentHashMap<>();

    /** Those that a rule that needs no call did not find any more where it judged their methods. */
    private final Set<BaselineEntry> refuted =
            Collections.newSetFromMap(new ConcurrentHashMap<BaselineEntry, Boolean>());

    private final Set<BaselineEntry> recorded = Collections.synchronizedSet(new HashSet<BaselineEntry>());

    private Baseline(List<BaselineFile> files, Settings settings, int mostRecorded) {
        this.files = files;
        this.records = settings.updatesBaseline();
        this.settings = settings;
        this.mostRecorded = mostRecorded;
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
        return names(className)
                ? executions.get(place + ' ' + BaselineEntry.method(className, methodName, descriptor))
                : null;
    }

    /** Tells whether an entry names a class, given by its binary name. */
    boolean names(String className) {
        return listedByClass.containsKey(BaselineEntry.className(className));
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
        String name = BaselineEntry.className(className);
        Set<String> known = methods.get(name);
        if (known == null) {
            Set<String> none = Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>());
            Set<String> earlier = methods.putIfAbsent(name, none);
            known = earlier == null ? none : earlier;
        }
        known.add(BaselineEntry.method(className, methodName, descriptor));
    }

    /** Notes what the rules that need no call made of a class, so that entries can be told that they no longer find. */
    public void judged(Judgement judgement) {
        ClassFile file = judgement.file();
        String className = file.name().replace('/', '.');
        if (!names(className)) {
            return;
        }
        Set<BaselineEntry> found = new HashSet<>();
        for (StaticFinding finding : judgement.findings()) {
            found.add(BaselineEntry.of(finding));
        }
        for (BaselineEntry entry : listedByClass.get(BaselineEntry.className(className))) {
            if (!found.contains(entry) && !entry.isOfSeveralClasses() && isSure(judgement, className, entry)) {
                refuted.add(entry);
            }
        }
    }

    /** Tells whether all methods that an entry speaks of were judged by its rule, and there is one. */
    private static boolean isSure(Judgement judgement, String className, BaselineEntry entry) {
        boolean isThere = false;
        for (MethodInfo method : judgement.file().methods()) {
            if (BaselineEntry.method(className, method.name(), method.descriptor())
                    .equals(entry.method())) {
                isThere = true;
                if (!judgement.isSure(entry.rule(), method)) {
                    return false;
                }
            }
        }
        return isThere;
    }

    /** Returns what the run showed of each entry so far, sorted. */
    public List<EntryState> states() {
        List<EntryState> states = new ArrayList<>();
        synchronized (listed) {
            for (Map.Entry<BaselineEntry, Boolean> each : listed.entrySet()) {
                states.add(state(each.getKey(), each.getValue()));
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
                if (!listedByClass.containsKey(entry.className())) {
                    listedByClass.put(entry.className(), new ArrayList<BaselineEntry>());
                }
                listedByClass.get(entry.className()).add(entry);
                executionsOf(entry).addRule(entry.rule());
            }
        } catch (IOException e) {
            throw new BadConfiguration("aide.baseline: " + file + " cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new BadConfiguration("aide.baseline: " + file + ", " + e.getMessage());
        }
    }

    private Executions executionsOf(BaselineEntry entry) {
        String place = place(entry) + ' ' + entry.method();
        Executions known = executions.get(place);
        if (known == null) {
            known = new Executions(settings, entry.className().replace('.', '/'));
            executions.put(place, known);
        }
        return known;
    }

    /** Returns the place that the rule of an entry looks at. */
    private static String place(BaselineEntry entry) {
        String rule = entry.rule();
        String last = rule.substring(rule.lastIndexOf('.') + 1);
        switch (last) {
            case "return":
                return "result";
            case "varargs":
                return "argument";
            case "undeclared":
                // an exception that did not come passes nowhere: the whole method counts
                return "counted";
            default:
                return last;
        }
    }

    private EntryState state(BaselineEntry entry, boolean isSeen) {
        Set<String> known = methods.get(entry.className());
        // where several classes have the name, another one may still have the method
        boolean isMethodGone = known != null && !known.contains(entry.method()) && !entry.isOfSeveralClasses();
        int ran = executionsOf(entry).of(entry.rule());
        EntryState state = new EntryState(entry.toString(), isSeen, ran, settings.baselineProof(), isMethodGone);
        return refuted.contains(entry) ? state.refuted() : state;
    }
}
