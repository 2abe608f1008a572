package dev.aide.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The violations of a part of a test, to be chosen from and asserted. Each method that chooses returns another object.
 *
 * <p>Immutable and thread-safe.
 */
public final class Violations {
    private final List<FoundViolation> found;
    private final String chosen;

    private Violations(List<FoundViolation> found, String chosen) {
        this.found = List.copyOf(found);
        this.chosen = chosen;
    }

    static Violations of(List<FoundViolation> found) {
        return new Violations(found, "");
    }

    /** Returns the kinds of violations, each with how often it happened. */
    public List<FoundViolation> list() {
        return found;
    }

    /** Chooses those of a rule, or of a family of rules such as {@code types}. */
    public Violations ofRule(String id) {
        return choose(each -> each.rule().equals(id) || each.rule().startsWith(id + "."), " of " + id);
    }

    /** Chooses those in methods whose name begins so, such as {@code com.acme.OrderService.place} or {@code com.acme}. */
    public Violations in(String start) {
        return choose(
                each -> each.method().startsWith(start) || each.method().startsWith("new " + start), " in " + start);
    }

    /**
     * Asserts how many kinds there are.
     *
     * @throws AssertionError if there are more or fewer, with all of them
     */
    public Violations hasSize(int kinds) {
        if (found.size() != kinds) {
            throw new AssertionError("expected " + counted(kinds) + chosen + ", found " + this);
        }
        return this;
    }

    /**
     * Asserts that there is none.
     *
     * @throws AssertionError if there is one, with all of them
     */
    public Violations isEmpty() {
        return hasSize(0);
    }

    /**
     * Asserts that there is one at least.
     *
     * @throws AssertionError if there is none
     */
    public Violations isNotEmpty() {
        if (found.isEmpty()) {
            throw new AssertionError("expected violations" + chosen + ", found " + this);
        }
        return this;
    }

    /** Returns what happened here and not before: counts that rose. */
    Violations since(Violations before) {
        List<FoundViolation> more = new ArrayList<>();
        for (FoundViolation each : found) {
            long rise = each.count() - before.countOf(each);
            if (rise > 0) {
                more.add(each.times(rise));
            }
        }
        return of(more);
    }

    /** Returns these and others. */
    Violations and(Violations others) {
        List<FoundViolation> all = new ArrayList<>();
        for (FoundViolation each : found) {
            all.add(each.times(each.count() + others.countOf(each)));
        }
        for (FoundViolation each : others.found) {
            if (countOf(each) == 0) {
                all.add(each);
            }
        }
        return of(all);
    }

    private long countOf(FoundViolation kind) {
        return found.stream()
                .filter(kind::isLike)
                .mapToLong(FoundViolation::count)
                .sum();
    }

    private Violations choose(Predicate<FoundViolation> condition, String words) {
        return new Violations(found.stream().filter(condition).toList(), chosen + words);
    }

    private static String counted(int kinds) {
        return kinds == 0 ? "no violation" : kinds == 1 ? "1 violation" : kinds + " violations";
    }

    /** Returns them in words, one after another. */
    @Override
    public String toString() {
        return found.isEmpty()
                ? "none"
                : found.size() + ":\n" + found.stream().map(each -> "  " + each).collect(Collectors.joining("\n"));
    }
}
