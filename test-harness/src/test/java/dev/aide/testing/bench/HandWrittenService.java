package dev.aide.testing.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The same methods as {@link HeldService}, with the checks written by hand: what aide is measured against. */
public class HandWrittenService {
    private static final int WHOLE_UP_TO = 8;

    private final boolean full;

    public HandWrittenService(boolean full) {
        this.full = full;
    }

    public int names(List<String> names) {
        checkList(names, String.class);
        return names.size();
    }

    public int stock(Map<String, Integer> stock) {
        int left = full || stock.size() <= WHOLE_UP_TO ? stock.size() : WHOLE_UP_TO / 2;
        for (Map.Entry<?, ?> entry : stock.entrySet()) {
            if (left-- == 0) {
                break;
            }
            check(entry.getKey(), String.class);
            check(entry.getValue(), Integer.class);
        }
        return stock.size();
    }

    public int weeks(Map<String, List<Integer>> weeks) {
        int left = full || weeks.size() <= WHOLE_UP_TO ? weeks.size() : WHOLE_UP_TO / 2;
        for (Map.Entry<?, ?> entry : weeks.entrySet()) {
            if (left-- == 0) {
                break;
            }
            check(entry.getKey(), String.class);
            Object value = entry.getValue();
            check(value, List.class);
            checkList((List<?>) value, Integer.class);
        }
        return weeks.size();
    }

    private void checkList(List<?> list, Class<?> type) {
        int size = list.size();
        if (full || size <= WHOLE_UP_TO) {
            for (int i = 0; i < size; i++) {
                check(list.get(i), type);
            }
        } else {
            check(list.get(0), type);
            check(list.get(size - 1), type);
            check(list.get(between(size)), type);
            check(list.get(between(size)), type);
        }
    }

    private static int between(int size) {
        return 1 + (int) (((ThreadLocalRandom.current().nextInt() & 0xffff_ffffL) * (size - 2)) >>> 32);
    }

    private static void check(Object value, Class<?> type) {
        if (value != null && !type.isInstance(value)) {
            throw new ClassCastException(value.getClass().getName());
        }
    }
}
