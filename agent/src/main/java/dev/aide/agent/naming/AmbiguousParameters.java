package dev.aide.agent.naming;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds parameters that a caller can swap unnoticed: neighbours of one type whose names do not say in which order they
 * come, and booleans, of which a call shows only {@code true} and {@code false}.
 *
 * <p>Immutable; safe for use by any thread.
 */
public final class AmbiguousParameters {
    private static final String BOOLEAN = "Z";

    private final KnownOrders orders;

    public AmbiguousParameters(KnownOrders orders) {
        this.orders = orders;
    }

    /**
     * Returns the indexes of the parameters that are ambiguous, in order; empty if a caller cannot go wrong.
     *
     * @param names the parameters' names, an empty text for one that has none or is not the caller's to give
     * @param types their types as texts that are equal for equal types: generic signatures where there are any, else
     *     descriptors
     * @throws IllegalArgumentException if there are not as many types as names
     */
    public List<Integer> in(List<String> names, List<String> types) {
        if (names.size() != types.size()) {
            throw new IllegalArgumentException(names.size() + " names, but " + types.size() + " types");
        }
        List<Integer> booleans = indexesOf(BOOLEAN, names, types);
        boolean hasBooleans = booleans.size() > 1;
        List<Integer> ambiguous = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean isLikeNeighbour = isAmbiguous(i, i + 1, names, types) || isAmbiguous(i - 1, i, names, types);
            if (isLikeNeighbour || (hasBooleans && booleans.contains(i))) {
                ambiguous.add(i);
            }
        }
        return Collections.unmodifiableList(ambiguous);
    }

    private boolean isAmbiguous(int one, int next, List<String> names, List<String> types) {
        return one >= 0
                && next < names.size()
                && !names.get(one).isEmpty()
                && !names.get(next).isEmpty()
                && types.get(one).equals(types.get(next))
                && !types.get(one).equals(BOOLEAN)
                && !orders.covers(names.get(one), names.get(next));
    }

    private static List<Integer> indexesOf(String type, List<String> names, List<String> types) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).equals(type) && !names.get(i).isEmpty()) {
                indexes.add(i);
            }
        }
        return indexes;
    }
}
