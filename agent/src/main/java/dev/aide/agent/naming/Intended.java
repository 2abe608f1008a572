package dev.aide.agent.naming;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells where another order is meant. */
final class Intended {
    private static final Set<String> TURNING = new HashSet<>(Arrays.asList(
            ("backward backwards circle circular complement cycle cycles desc descending endian flip flipped inverse invert inverted landscape mirror"
                            + " mirrored negate negated not opposite portrait reciprocal reverse reversed rotate rotated rotation swap"
                            + " swapped transpose transposed undo rollback revert")
                    .split(" ")));
    private static final Set<String> SYMMETRIC = new HashSet<>(Arrays.asList(
            ("assignable compare compatible distance eq equal equals equivalent match matches matching max min same"
                            + " similar")
                    .split(" ")));

    private Intended() {}

    /** Tells whether a class or method turns things round by its name, such as {@code reverseMapping}. */
    static boolean turns(String name) {
        return containsAny(name, TURNING);
    }

    /** Tells whether a call turns things round, or is one that is made in both orders, such as {@code isSame}. */
    static boolean turns(Call call) {
        for (Operand argument : call.arguments) {
            if (turns(argument.name)) {
                return true;
            }
        }
        String owner = call.owner.substring(call.owner.lastIndexOf('/') + 1);
        return turns(owner) || turns(call.name) || isSymmetric(call.name);
    }

    /** Tells whether a method is about two things of one kind by its name, such as {@code compareNames}. */
    static boolean isSymmetric(String method) {
        return containsAny(method, SYMMETRIC);
    }

    /** Tells whether the same method also makes the call in the better order, so that it needs both. */
    static boolean needsBoth(Call call, int[] order, List<Call> calls) {
        for (Call other : calls) {
            if (other != call && other.callsTheSame(call) && hasOrder(call, order, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasOrder(Call call, int[] order, Call other) {
        for (int i = 0; i < order.length; i++) {
            if (!other.arguments.get(i).name.equals(call.arguments.get(order[i]).name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean containsAny(String name, Set<String> wanted) {
        for (String word : Names.words(name)) {
            if (wanted.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
