package dev.aide.server.bench;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Medians of rounds. */
public final class Ratios {

    private Ratios() {}

    /** The median ratio of a figure, round by round, so that what slows the machine for a while slows both. */
    public static <R> double of(List<R> some, List<R> others, Function<R, Double> figure) {
        return median(IntStream.range(0, some.size())
                .mapToObj(i -> figure.apply(some.get(i)) / figure.apply(others.get(i))));
    }

    /** The median. */
    public static double median(Stream<Double> numbers) {
        List<Double> sorted = numbers.sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
