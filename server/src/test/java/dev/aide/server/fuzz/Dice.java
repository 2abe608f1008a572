package dev.aide.server.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Draws by chance, the same for the same seed and round. For one thread. */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    Dice(long seed, long round) {
        this.random = new SplittableRandom(seed + round * GOLDEN);
    }

    /** From 0 to one less than that. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    @SafeVarargs
    final <T> T oneOf(T... things) {
        return things[below(things.length)];
    }

    <T> T oneOf(List<T> things) {
        return things.get(below(things.size()));
    }

    /** A number of up to so many bits; the edges of its range come often. */
    long number(int bits) {
        long least = -1L << (bits - 1);
        return switch (below(8)) {
            case 0 -> 0;
            case 1 -> least;
            case 2 -> ~least;
            case 3 -> -1;
            default -> random.nextLong() >> (Long.SIZE - bits);
        };
    }

    double fraction() {
        return random.nextDouble();
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Text of up to so many characters of all planes of Unicode; no half of a pair. */
    String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int length = below(most + 1); text.length() < length; ) {
            text.appendCodePoint(
                    switch (below(6)) {
                        case 0 -> below(0x80);
                        case 1 -> 0xA0 + below(0x2000);
                        case 2 -> 0x1F300 + below(0x300);
                        default -> 'a' + below(26);
                    });
        }
        return text.toString();
    }

    String word(int most) {
        StringBuilder word = new StringBuilder();
        for (int length = 1 + below(most); word.length() < length; ) {
            word.append((char) ('a' + below(26)));
        }
        return word.toString();
    }
}
