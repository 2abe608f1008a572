package dev.aide.agent.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What names in programs say. */
final class Names {
    /** Names that stand for anything, or for either of two. */
    private static final Set<String> SAY_NOTHING =
            set("arg args argument element elem elt first item it key left lhs label"
                    + " node obj object one other param parameter res result ret rhs right second self str string temp that tmp"
                    + " two val value");

    /** Calls without arguments whose name is not that of their result. */
    private static final Set<String> NOT_ACCESSORS =
            set("build clone count create current get hash iterator length new next" + " previous read run size");

    private Names() {}

    /** Returns what a field's value is called; empty for those that compilers add. */
    static String ofField(String field) {
        String captured = field.startsWith("val$") ? field.substring(4) : field;
        return captured.indexOf('$') < 0 ? captured : "";
    }

    /** Returns what the result of a call without arguments is called: {@code width} for getWidth and for width. */
    static String ofAccessor(String method) {
        List<String> words = words(method);
        if (words.size() > 1 && (words.get(0).equals("get") || words.get(0).equals("is"))) {
            return decapitalized(method.substring(words.get(0).length()));
        }
        return words.isEmpty() || NOT_ACCESSORS.contains(words.get(0)) || method.indexOf('$') >= 0 ? "" : method;
    }

    /** As JavaBeans has it: {@code URL} stays. */
    private static String decapitalized(String name) {
        boolean isAcronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return isAcronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Tells whether a name is specific enough to be compared: {@code height} is, {@code x1} and {@code arg0} are not. */
    static boolean isTelling(String name) {
        List<String> words = words(name);
        StringBuilder letters = new StringBuilder();
        for (String word : words) {
            letters.append(word);
        }
        return letters.length() > 2 && !(words.size() == 1 && SAY_NOTHING.contains(words.get(0)));
    }

    /** Splits at capitals, underscores and digits, which are dropped, into lower-case words. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean isEnd = i == name.length() || !Character.isLetter(name.charAt(i));
            if (isEnd || startsWord(name, i)) {
                if (i > start) {
                    words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = isEnd ? i + 1 : i;
            }
        }
        return words;
    }

    private static boolean startsWord(String name, int i) {
        boolean isUpper = Character.isUpperCase(name.charAt(i));
        boolean isAfterLower = i > 0 && Character.isLowerCase(name.charAt(i - 1));
        boolean isBeforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return isUpper && (isAfterLower || isBeforeLower);
    }

    private static Set<String> set(String words) {
        return new HashSet<>(Arrays.asList(words.split(" ")));
    }
}
