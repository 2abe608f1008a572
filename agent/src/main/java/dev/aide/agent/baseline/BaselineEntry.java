package dev.aide.agent.baseline;

import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.StaticFinding;
import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;

/**
 * One known finding, as a line that stays the same from run to run and from machine to machine:
 * {@code types.argument com.acme.OrderService#place(List,Customer) lines[] String}. Numbers that compilers count are
 * {@code *}: {@code lambda$place$3} is {@code lambda$place$*}, {@code Order$1} is {@code Order$*}. Immutable.
 */
public final class BaselineEntry implements Comparable<BaselineEntry> {
    private static final int FIELDS = 4;
    private static final String JAVA_LANG = "java.lang.";

    private final String text;
    private final String rule;
    private final String method;

    private BaselineEntry(String rule, String method, String position, String found) {
        this.rule = rule;
        this.method = method;
        this.text = rule + ' ' + method + ' ' + position + ' ' + found;
    }

    /**
     * Names a finding.
     *
     * @param className the class's binary name
     * @param methodName the method's name as its class file has it
     * @param position without indexes, such as {@code lines[]}
     * @param found the full name of the type that was found
     */
    public static BaselineEntry of(
            Rule rule, String className, String methodName, String descriptor, String position, String found) {
        return new BaselineEntry(
                rule.id(), method(className, methodName, descriptor), escaped(position), escaped(found(found)));
    }

    /** Names what a rule found in a class file. */
    static BaselineEntry of(StaticFinding finding) {
        int bracket = finding.methodId().indexOf('(');
        return of(
                finding.rule(),
                finding.className(),
                finding.methodId().substring(0, bracket),
                finding.methodId().substring(bracket),
                finding.position(),
                finding.found());
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if the line is not of this form; the message says what is wrong
     */
    public static BaselineEntry parse(String line) {
        String[] fields = fields(line);
        if (!Rule.strictness().containsKey(fields[0])) {
            throw new IllegalArgumentException("'" + fields[0] + "' is not a rule; known are "
                    + joined(Rule.strictness().keySet()));
        }
        int hash = fields[1].indexOf('#');
        int bracket = fields[1].indexOf('(');
        if (hash < 1 || bracket < hash + 2 || !fields[1].endsWith(")")) {
            throw new IllegalArgumentException(
                    "'" + fields[1] + "' is not a method; write it as com.acme.OrderService#place(List,Customer)");
        }
        return new BaselineEntry(fields[0], fields[1], fields[2], fields[3]);
    }

    /** Returns the method as entries name it: {@code com.acme.OrderService#place(List,Customer)}. */
    static String method(String className, String name, String descriptor) {
        StringBuilder text = new StringBuilder(escaped(withoutNumbers(className)));
        text.append('#').append(escaped(withoutNumbers(name))).append('(');
        String separator = "";
        for (JavaType type : MethodSignature.parse(descriptor).parameters()) {
            text.append(separator).append(escaped(withoutNumbers(type.simple())));
            separator = ",";
        }
        return text.append(')').toString();
    }

    /** Returns the class's name as entries have it. */
    static String className(String binaryName) {
        return escaped(withoutNumbers(binaryName));
    }

    /** Returns the rule's id. */
    public String rule() {
        return rule;
    }

    /** Returns class and method: {@code com.acme.OrderService#place(List,Customer)}. */
    public String method() {
        return method;
    }

    /** Tells whether it speaks for all classes whose names differ by a compiler's number. */
    boolean isOfSeveralClasses() {
        return className().indexOf('*') >= 0;
    }

    String className() {
        return method.substring(0, method.indexOf('#'));
    }

    @Override
    public int compareTo(BaselineEntry other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BaselineEntry && text.equals(((BaselineEntry) other).text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the line. */
    @Override
    public String toString() {
        return text;
    }

    private static String[] fields(String line) {
        String[] fields = new String[FIELDS];
        int start = 0;
        for (int i = 0; i < FIELDS; i++) {
            int end = line.indexOf(' ', start);
            boolean isLast = i == FIELDS - 1;
            if (start >= line.length() || isLast != end < 0 || end == start) {
                throw new IllegalArgumentException("it is not rule, method, position and type, with one space between;"
                        + " write it as types.argument com.acme.OrderService#place(List,Customer) lines[] String");
            }
            fields[i] = isLast ? line.substring(start) : line.substring(start, end);
            start = end + 1;
        }
        return fields;
    }

    /** Leaves out the package that source code need not name. */
    private static String found(String name) {
        String stable = withoutNumbers(name);
        int end = stable.indexOf('<') < 0 ? stable.length() : stable.indexOf('<');
        boolean isInJavaLang = stable.startsWith(JAVA_LANG) && stable.lastIndexOf('.', end) < JAVA_LANG.length();
        return isInJavaLang ? stable.substring(JAVA_LANG.length()) : stable;
    }

    /** Puts {@code *} for the digits behind a dollar sign or dot, where no source code can have any. */
    private static String withoutNumbers(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isBehindSeparator = i > 0 && (name.charAt(i - 1) == '$' || name.charAt(i - 1) == '.');
            if (isBehindSeparator && isDigit(c)) {
                text.append('*');
                while (i + 1 < name.length() && isDigit(name.charAt(i + 1))) {
                    i++;
                }
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Escapes as Java does what would end a field or a line: class files allow nearly all characters in names. */
    private static String escaped(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c == '#' || c == '\\' || Character.isWhitespace(c) || Character.isISOControl(c)) {
                String hex = Integer.toHexString(c);
                text.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String joined(Iterable<String> ids) {
        StringBuilder text = new StringBuilder();
        for (String id : ids) {
            text.append(text.length() == 0 ? "" : ", ").append(id);
        }
        return text.toString();
    }
}
