package dev.aide.store.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs contenders in turns, so that a noisy machine is noisy for all of them, and compares medians. */
final class Measure {
    /** Rounds before those that count, while the code is still being compiled. */
    private static final int WARM_UP = 2;

    private static final int ROUNDS = Integer.getInteger("rounds", 7);

    private final Map<String, Contender> contenders = new LinkedHashMap<>();

    Measure add(String name, Contender contender) {
        contenders.put(name, contender);
        return this;
    }

    /** Prints what each did a second, and how it stands to the first. */
    void run(String title) throws Exception {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
                long start = System.nanoTime();
                long done = contender.getValue().run(round);
                double rate = done * 1e9 / (System.nanoTime() - start);
                if (round >= WARM_UP) {
                    rates.computeIfAbsent(contender.getKey(), name -> new ArrayList<>())
                            .add(rate);
                }
            }
        }
        System.out.println(title);
        double first = median(rates.values().iterator().next());
        rates.forEach((name, all) -> System.out.printf(
                "  %-44s %,10.0f a second   x %.2f   (%,.0f to %,.0f)%n",
                name, median(all), median(all) / first, Collections.min(all), Collections.max(all)));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Does the work and says how much it was. */
    interface Contender {
        long run(int round) throws Exception;
    }
}
