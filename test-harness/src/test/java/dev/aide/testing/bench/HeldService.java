package dev.aide.testing.bench;

import java.util.List;
import java.util.Map;

/** What aide holds in the benchmark: methods that do next to nothing but be called. */
public class HeldService {
    public int names(List<String> names) {
        return names.size();
    }

    public int stock(Map<String, Integer> stock) {
        return stock.size();
    }

    public int weeks(Map<String, List<Integer>> weeks) {
        return weeks.size();
    }

    public int nothing(int number) {
        return number + 1;
    }
}
