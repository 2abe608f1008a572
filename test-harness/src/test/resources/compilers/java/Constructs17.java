package fixture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What compilers of Java 17 add beyond those of 8. */
@NullMarked
public class Constructs17 {
    record Point<T extends Number>(T east, List<T> north) {
        Point {
            north = List.copyOf(north);
        }

        Point(T east) {
            this(east, List.of());
        }

        static <T extends Number> Point<T> of(T east) {
            return new Point<>(east);
        }
    }

    record Row(String name, @Nullable String note, List<String>... more) {
        @SafeVarargs
        Row {}
    }

    sealed interface Shape permits Circle, Square {
        private static double square(double side) {
            return side * side;
        }

        default double area() {
            return this instanceof Circle circle ? 3 * square(circle.radius()) : square(((Square) this).side());
        }
    }

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    interface Named {
        String name();
    }

    private List<String> nestMate(List<String> names) {
        record Local(List<String> names) {}
        enum Kind implements Named {
            ONE
        }
        interface Inside {
            List<String> take(List<String> names);
        }
        Inside inside = taken -> taken;
        return inside.take(new Local(names).names()).isEmpty() ? List.of() : List.of(Kind.ONE.name());
    }

    private static String inSwitch(int number) {
        return switch (number) {
            case 1, 2 -> "few";
            case 3 -> {
                List<String> some = new ArrayList<>(List.of("three"));
                yield some.get(0);
            }
            default -> """
                    many""";
        };
    }

    @SuppressWarnings("unchecked")
    public static void main(String[] arguments) {
        System.out.println(Point.of(1) + " " + new Point<>(2.5, List.of(3.5)).north());
        System.out.println(new Row("a", null, List.of("b")).more().length);
        System.out.println(new Circle(1).area() + " " + new Square(2).area());
        System.out.println(new Constructs17().nestMate(List.of("x")));
        System.out.println(inSwitch(2) + inSwitch(3) + inSwitch(4));
        Map<Boolean, List<String>> parts =
                List.of("a", "bb").stream().collect(Collectors.partitioningBy(each -> each.length() > 1));
        var anonymous = new Object() {
            List<String> names = parts.get(true);

            List<String> more(Function<? super String, ? extends List<String>> more) {
                return more.apply(names.get(0));
            }
        };
        System.out.println(anonymous.more(each -> List.of(each, each)));
    }
}
