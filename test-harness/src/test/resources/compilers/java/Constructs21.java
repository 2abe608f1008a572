package fixture;

import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;

/** What compilers of Java 21 add beyond those of 17. */
public class Constructs21 {
    sealed interface Node<T> {}

    record Leaf<T>(List<T> values) implements Node<T> {}

    record Fork<T>(Node<T> left, Node<T> right) implements Node<T> {}

    enum Level {
        LOW,
        HIGH
    }

    static <T> int count(Node<T> node) {
        return switch (node) {
            case Leaf<T>(List<T> values) when values.isEmpty() -> 0;
            case Leaf<T>(var values) -> values.size();
            case Fork<T>(Leaf<T>(var left), Leaf<T>(var right)) -> left.size() + right.size();
            case Fork<T> fork -> count(fork.left()) + count(fork.right());
        };
    }

    static String describe(Object value) {
        return switch (value) {
            case null -> "null";
            case Level level when level == Level.HIGH -> "high";
            case Level level -> level.name();
            case String text -> text;
            case List<?> list -> "list of " + list.size();
            default -> value.getClass().getSimpleName();
        };
    }

    static SequencedCollection<String> reversed(SequencedCollection<String> names) {
        return names.reversed();
    }

    public static void main(String[] arguments) {
        System.out.println(count(new Fork<>(new Leaf<>(List.of("a")), new Fork<>(
                new Leaf<>(List.of()), new Leaf<>(List.of("b", "c"))))));
        System.out.println(describe(null) + describe(Level.HIGH) + describe(Level.LOW) + describe("s")
                + describe(List.of(1)) + describe(Map.of()));
        System.out.println(reversed(List.of("a", "b")));
    }
}
