package fixture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NonNull;

/** One true defect a line, each at a place that a compiler adds something to. */
@SuppressWarnings({"unchecked", "rawtypes"})
public class Defects {
    private static final List WRONG = new ArrayList(Arrays.asList(7));

    interface Call {
        void run() throws Exception;
    }

    enum Size {
        SMALL;

        List<String> names;

        Size with(List<String> names) {
            this.names = names;
            return this;
        }
    }

    class Inner {
        Inner(List<String> names) {}
    }

    static class Repository<T> {
        T last;

        void save(T row) {
            last = row;
        }
    }

    static class Users extends Repository<StringBuilder> {}

    static List<String> found() {
        return WRONG;
    }

    static List<String> kept;

    static void keep(Object names) {
        kept = (List<String>) names;
    }

    static void greet(@NonNull String name) {}

    static void all(String... names) {}

    static void resize(int width, int height) {}

    static void wide(int a, String b, long c, List<String> d, double e) {}

    static List raw() {
        return new ArrayList();
    }

    static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }

    static void undeclared() {
        Defects.<RuntimeException>sneak(new IOException("undeclared"));
    }

    static void expect(String defect, Call call) {
        try {
            call.run();
            System.out.println(defect + " NOT CAUGHT");
        } catch (Exception e) {
            System.out.println(defect + " " + e.getClass().getName());
        }
    }

    public static void main(String[] arguments) {
        List<String> captured = WRONG;
        int width = 1;
        int height = 2;
        class Local {
            Local(List<String> more) {
                more.addAll(captured);
            }

            void take(Map<String, List<String>> stock) {}
        }
        expect("enum", () -> Size.SMALL.with(WRONG));
        expect("inner", () -> new Defects().new Inner(WRONG));
        expect("receiver", () -> ((Repository) new Users()).save("no StringBuilder"));
        expect("local", () -> new Local(new ArrayList<>()).take((Map) Collections.singletonMap("k", WRONG)));
        expect("result", () -> found());
        expect("field", () -> keep(WRONG));
        expect("null", () -> greet(null));
        expect("varargs", () -> all("1", "2", "3", "4", "5", "6"));
        expect("undeclared", () -> undeclared());
        resize(height, width);
        wide(1, "", 1, raw(), 1);
    }
}
