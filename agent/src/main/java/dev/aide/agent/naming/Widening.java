package dev.aide.agent.naming;

/** Which numbers are taken for others without a cast (JLS 5.1.2). */
final class Widening {
    private static final String ORDER = "BSIJFD";

    private Widening() {}

    static boolean isAllowed(String from, String to) {
        if (from.length() != 1 || to.length() != 1) {
            return false;
        }
        // a char goes wherever an int goes, and to no short
        int source = from.equals("C") ? ORDER.indexOf('S') : ORDER.indexOf(from);
        int target = ORDER.indexOf(to);
        return source >= 0 && target >= source && !(from.equals("C") && to.equals("S"));
    }
}
