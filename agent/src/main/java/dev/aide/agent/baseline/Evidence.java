package dev.aide.agent.baseline;

import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Judgement;
import dev.aide.agent.rule.StaticFinding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What a run shows of entries: how often their places are passed, which methods their classes have, and what was judged
 * without them. Safe for use by any thread once all entries are named.
 */
final class Evidence {
    private final Settings settings;
    private final Map<String, List<BaselineEntry>> byClass = new HashMap<>();
    /** By place and method. */
    private final Map<String, Executions> executions = new HashMap<>();
    /** The methods of those classes that have entries, as far as they were read. */
    private final ConcurrentMap<String, Set<String>> methods = new ConcurrentHashMap<>();

    private final Set<BaselineEntry> refuted =
            Collections.newSetFromMap(new ConcurrentHashMap<BaselineEntry, Boolean>());

    Evidence(Settings settings) {
        this.settings = settings;
    }

    /** Names an entry to be looked for. */
    void lookFor(BaselineEntry entry) {
        if (!byClass.containsKey(entry.className())) {
            byClass.put(entry.className(), new ArrayList<BaselineEntry>());
        }
        byClass.get(entry.className()).add(entry);
        String place = place(entry);
        if (!executions.containsKey(place)) {
            executions.put(place, new Executions(settings, entry.className().replace('.', '/')));
        }
        executions.get(place).addRule(entry.rule());
    }

    /** Tells whether an entry names a class, given by its binary name. */
    boolean isAbout(String className) {
        return byClass.containsKey(BaselineEntry.className(className));
    }

    /** Returns what counts the executions of a place in a method; null where no entry is about that place. */
    Executions executions(String place, String className, String methodName, String descriptor) {
        return isAbout(className)
                ? executions.get(place + ' ' + BaselineEntry.method(className, methodName, descriptor))
                : null;
    }

    /** Notes that a class has a method. */
    void has(String className, String methodName, String descriptor) {
        String name = BaselineEntry.className(className);
        Set<String> known = methods.get(name);
        if (known == null) {
            Set<String> none = Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>());
            Set<String> earlier = methods.putIfAbsent(name, none);
            known = earlier == null ? none : earlier;
        }
        known.add(BaselineEntry.method(className, methodName, descriptor));
    }

    /** Notes which entries of a class the rules that need no call would have found, and did not. */
    void judged(Judgement judgement) {
        String className = judgement.file().name().replace('/', '.');
        if (!isAbout(className)) {
            return;
        }
        Set<BaselineEntry> found = new HashSet<>();
        for (StaticFinding finding : judgement.findings()) {
            found.add(BaselineEntry.of(finding));
        }
        for (BaselineEntry entry : byClass.get(BaselineEntry.className(className))) {
            if (!found.contains(entry) && !entry.isOfSeveralClasses() && isSure(judgement, className, entry)) {
                refuted.add(entry);
            }
        }
    }

    /** Returns what was shown of an entry so far. */
    EntryState of(BaselineEntry entry, boolean isSeen) {
        Set<String> known = methods.get(entry.className());
        // where several classes have the name, another one may still have the method
        boolean isMethodGone = known != null && !known.contains(entry.method()) && !entry.isOfSeveralClasses();
        int ran = executions.get(place(entry)).of(entry.rule());
        EntryState state = new EntryState(entry.toString(), isSeen, ran, settings.baselineProof(), isMethodGone);
        return refuted.contains(entry) ? state.refuted() : state;
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

    /** Returns the place that the rule of an entry looks at, and the method. */
    private static String place(BaselineEntry entry) {
        return placeOf(entry.rule()) + ' ' + entry.method();
    }

    private static String placeOf(String rule) {
        String last = rule.substring(rule.lastIndexOf('.') + 1);
        switch (last) {
            case "return":
                return "result";
            case "varargs":
                return "argument";
            case "undeclared":
                // an exception that does not come passes nowhere: the whole method counts
                return "counted";
            default:
                return last;
        }
    }
}
