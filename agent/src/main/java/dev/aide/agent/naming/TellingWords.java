package dev.aide.agent.naming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of a call's argument names, or of its parameters' names, by which they can be told apart. For one thread. */
final class TellingWords {
    private final List<List<String>> words = new ArrayList<>();
    private final boolean[] isTelling;

    TellingWords(List<String> names) {
        this.isTelling = new boolean[names.size()];
        for (String name : names) {
            isTelling[words.size()] = Names.isTelling(name);
            words.add(Names.words(name));
        }
    }

    boolean isTelling(int index) {
        return isTelling[index];
    }

    List<String> of(int index) {
        return words.get(index);
    }

    /** Drops words that several names here have and none there: beside width and height, newWidth is a width. */
    void dropCommon(TellingWords others) {
        Set<String> common = repeated();
        for (List<String> other : others.words) {
            common.removeAll(other);
        }
        if (common.isEmpty()) {
            return;
        }
        for (List<String> each : words) {
            if (!common.containsAll(each)) {
                each.removeAll(common);
            }
        }
    }

    private Set<String> repeated() {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (List<String> each : words) {
            for (String word : new HashSet<>(each)) {
                if (!seen.add(word)) {
                    repeated.add(word);
                }
            }
        }
        return repeated;
    }
}
