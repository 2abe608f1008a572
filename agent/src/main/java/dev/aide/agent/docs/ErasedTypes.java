package dev.aide.agent.docs;

import java.util.ArrayList;
import java.util.List;

/** The parameter types of a method descriptor (JVMS 4.3.3), and how well types that a source writes fit them. */
final class ErasedTypes {
    private final List<String> names;

    private ErasedTypes(List<String> names) {
        this.names = names;
    }

    /** Reads a descriptor into canonical names: {@code java.util.Map.Entry}, {@code int[]}. */
    static ErasedTypes of(String descriptor) {
        List<String> names = new ArrayList<>();
        int at = 1;
        while (descriptor.charAt(at) != ')') {
            StringBuilder dimensions = new StringBuilder();
            while (descriptor.charAt(at) == '[') {
                dimensions.append("[]");
                at++;
            }
            if (descriptor.charAt(at) == 'L') {
                int end = descriptor.indexOf(';', at);
                names.add(dotted(descriptor.substring(at + 1, end)).concat(dimensions.toString()));
                at = end + 1;
            } else {
                names.add(primitive(descriptor.charAt(at)).concat(dimensions.toString()));
                at++;
            }
        }
        return new ErasedTypes(names);
    }

    /** Leaves the first types out, which the compiler added. */
    ErasedTypes without(int first) {
        return new ErasedTypes(names.subList(Math.min(first, names.size()), names.size()));
    }

    /**
     * Tells how well types as written fit these.
     *
     * @param written such as {@code Map.Entry} or {@code String[]}
     * @return the number of names that agree, packages and outer classes included; -1 if the types are others
     */
    int fit(List<String> written) {
        if (written.size() != names.size()) {
            return -1;
        }
        int fit = 0;
        for (int i = 0; i < names.size(); i++) {
            int agreeing = agreeing(dotted(written.get(i)), names.get(i));
            if (agreeing == 0) {
                return -1;
            }
            fit += agreeing;
        }
        return fit;
    }

    /** Counts the names that agree from the right; an outer class may be named by one that inherits the inner. */
    private static int agreeing(String written, String actual) {
        int agreeing = 0;
        int endWritten = written.length();
        int endActual = actual.length();
        while (endWritten > 0 && endActual > 0) {
            int startWritten = written.lastIndexOf('.', endWritten - 1) + 1;
            int startActual = actual.lastIndexOf('.', endActual - 1) + 1;
            int length = endWritten - startWritten;
            if (length != endActual - startActual
                    || !written.regionMatches(startWritten, actual, startActual, length)) {
                break;
            }
            agreeing++;
            endWritten = startWritten - 1;
            endActual = startActual - 1;
        }
        return agreeing;
    }

    private static String dotted(String name) {
        return name.replace('/', '.').replace('$', '.');
    }

    private static String primitive(char descriptor) {
        switch (descriptor) {
            case 'B':
                return "byte";
            case 'C':
                return "char";
            case 'D':
                return "double";
            case 'F':
                return "float";
            case 'I':
                return "int";
            case 'J':
                return "long";
            case 'S':
                return "short";
            default:
                return "boolean";
        }
    }
}
