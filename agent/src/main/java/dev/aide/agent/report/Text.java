package dev.aide.agent.report;

import dev.aide.agent.rule.MethodWords;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.WrittenField;
import dev.aide.agent.type.MethodSignature;
import java.util.ArrayList;
import java.util.List;

/** How methods, types and values are put into words of bounded length. */
final class Text {
    private static final int MOST_CHARACTERS = 240;
    private static final int MOST_VALUE_CHARACTERS = 60;

    private Text() {}

    static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }

    /** Returns what a site is about: its method, or the field that is written there. */
    static String place(String className, SiteSpec spec) {
        if (spec.position() == SiteSpec.Position.FIELD) {
            WrittenField field = WrittenField.of(spec);
            return cut(field.qualifiedName() + ", a " + field.type().simple());
        }
        MethodSignature signature = spec.parsedSignature();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < signature.parameters().size(); i++) {
            names.add(spec.parameterName(i));
        }
        return cut(MethodWords.of(className, spec.method(), signature, names, spec.isVarargs()));
    }

    static String caller(StackTraceElement caller) {
        return caller == null ? "the JVM" : cut(caller.toString());
    }

    /** Takes out of a class name what differs from run to run: numbers of proxies and addresses of lambdas. */
    static String stableClassName(String name) {
        int end = name.indexOf("$$Lambda");
        if (end >= 0) {
            return name.substring(0, end) + "$$Lambda";
        }
        end = name.indexOf("$Proxy");
        if (end >= 0) {
            return name.substring(0, end) + "$Proxy";
        }
        end = name.indexOf("$$");
        return end >= 0 ? name.substring(0, end) + "$$" : name;
    }

    /** Quotes a value of the JDK's own, whose text is its own too; others stay unnamed, since their code would run. */
    static String quote(Object value) {
        if (value instanceof String) {
            return " \"" + onOneLine((String) value) + '"';
        }
        if (value instanceof Enum) {
            return " " + ((Enum<?>) value).name();
        }
        boolean isBoxed = value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Float
                || value instanceof Short
                || value instanceof Byte;
        return isBoxed ? " " + value : "";
    }

    /** Keeps a text from looking like further lines of a report. */
    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length() && i < MOST_VALUE_CHARACTERS; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return line.append(text.length() > MOST_VALUE_CHARACTERS ? "…" : "").toString();
    }

    static String ordinal(long count) {
        long tens = count % 100;
        String ending = tens >= 11 && tens <= 13
                ? "th"
                : count % 10 == 1 ? "st" : count % 10 == 2 ? "nd" : count % 10 == 3 ? "rd" : "th";
        return count + ending;
    }
}
