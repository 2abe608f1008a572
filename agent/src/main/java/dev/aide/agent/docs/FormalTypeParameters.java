package dev.aide.agent.docs;

import java.util.ArrayList;
import java.util.List;

/** The names of the type parameters that a generic signature begins with (JVMS 4.7.9.1). */
final class FormalTypeParameters {
    private FormalTypeParameters() {}

    /** Returns none for null, and null for a signature that is malformed. */
    static List<String> names(String signature) {
        List<String> names = new ArrayList<>();
        if (signature == null || !signature.startsWith("<")) {
            return names;
        }
        try {
            int at = 1;
            while (signature.charAt(at) != '>') {
                int colon = signature.indexOf(':', at);
                names.add(signature.substring(at, colon));
                at = endOfBounds(signature, colon);
            }
        } catch (IndexOutOfBoundsException e) {
            // obfuscators leave such behind
            return null;
        }
        return names;
    }

    private static int endOfBounds(String signature, int colon) {
        int at = colon;
        while (signature.charAt(at) == ':') {
            at++;
            // an empty class bound stands for Object
            if (signature.charAt(at) == 'L' || signature.charAt(at) == 'T' || signature.charAt(at) == '[') {
                at = endOfType(signature, at);
            }
        }
        return at;
    }

    private static int endOfType(String signature, int from) {
        int at = from;
        while (signature.charAt(at) == '[') {
            at++;
        }
        if (signature.charAt(at) != 'L' && signature.charAt(at) != 'T') {
            return at + 1;
        }
        int nested = 0;
        while (nested > 0 || signature.charAt(at) != ';') {
            if (signature.charAt(at) == '<') {
                nested++;
            } else if (signature.charAt(at) == '>') {
                nested--;
            }
            at++;
        }
        return at + 1;
    }
}
