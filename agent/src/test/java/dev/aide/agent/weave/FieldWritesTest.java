package dev.aide.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.Unchecked;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Fixtures;
import dev.aide.agent.classfile.KnownSurroundings;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.WrittenField;
import dev.aide.agent.type.JavaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldWritesTest {
    private static final String LIST = "Ljava/util/List<Ljava/lang/String;>;";

    @Test
    void each_write_to_a_generic_field_is_a_site() throws IOException {
        assertThat(subjects(Orders.class, "writesAll")).containsExactly(null, field("lines"), field("all"), null);
    }

    @Test
    void nothing_is_held_before_super() throws IOException {
        assertThat(subjects(Orders.Inner.class, "<init>")).hasSize(2).startsWith((String) null);
        assertThat(subjects(Orders.Inner.class, "<init>").get(1)).endsWith("Orders$Inner.own:" + LIST);
    }

    @Test
    void fields_of_other_classes_and_of_superclasses_are_found() throws IOException {
        assertThat(subjects(Sub.class, "writes"))
                .containsExactly(new WrittenField(name(Sub.class), "lines", LIST).subject(), field("lines"));
    }

    @Test
    void the_receiver_is_asked_where_it_says_more() throws IOException {
        assertThat(sites(Box.class, "fill", Map.of()).values())
                .extracting(SiteSpec::takesReceiver)
                .containsExactly(true);
        assertThat(sites(FinalBox.class, "fill", Map.of())).isEmpty();
        assertThat(sites(Orders.class, "writesAll", Map.of()).values())
                .extracting(SiteSpec::takesReceiver)
                .containsOnly(false);
    }

    @Test
    void what_was_held_at_entry_is_not_held_again() throws IOException {
        Map<Integer, JavaType> held = Map.of(1, JavaType.parse(LIST), 2, JavaType.parse(LIST));

        assertThat(sites(Orders.class, "keeps", held)).isEmpty();
        assertThat(sites(Orders.class, "keeps", Map.of())).hasSize(1);
        assertThat(sites(Orders.class, "keeps", Map.of(1, JavaType.parse("Ljava/util/List<*>;"))))
                .hasSize(1);
    }

    @Test
    void what_may_be_another_value_is_held() throws IOException {
        Map<Integer, JavaType> held = Map.of(1, JavaType.parse(LIST));

        assertThat(sites(Orders.class, "keepsOther", held)).hasSize(1);
        assertThat(sites(Orders.class, "keepsOneOf", held)).hasSize(1);
    }

    @Test
    void what_is_silenced_is_not_held() throws IOException {
        assertThat(sites(Orders.class, "silenced", Map.of())).isEmpty();
        assertThat(sites(Orders.class, "writesSilenced", Map.of())).isEmpty();
    }

    private static String field(String name) {
        return new WrittenField(name(Orders.class), name, LIST).subject();
    }

    private static String name(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /** Returns the field of each write that is held, null for one that is not. */
    private static List<String> subjects(Class<?> type, String method) throws IOException {
        Map<Integer, SiteSpec> sites = sites(type, method, Map.of());
        List<String> subjects = new ArrayList<>();
        for (int i = 0; i < writes(type, method); i++) {
            subjects.add(sites.containsKey(i) ? sites.get(i).subject() : null);
        }
        return subjects;
    }

    private static int writes(Class<?> type, String name) throws IOException {
        int writes = 0;
        for (var code = method(type, name).scan(); code.advance(); ) {
            writes += code.opcode() == FieldWrites.PUTFIELD || code.opcode() == FieldWrites.PUTSTATIC ? 1 : 0;
        }
        return writes;
    }

    private static Map<Integer, SiteSpec> sites(Class<?> type, String method, Map<Integer, JavaType> held)
            throws IOException {
        ClassFile file = ClassFile.read(Fixtures.bytes(type));
        return new FieldWrites(
                        file,
                        new KnownSurroundings().of(type.getClassLoader(), type.getProtectionDomain()),
                        new KnownNames(file))
                .in(method(type, method), held);
    }

    private static MethodInfo method(Class<?> type, String name) throws IOException {
        return ClassFile.read(Fixtures.bytes(type)).methods().stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings({"unused", "unchecked", "rawtypes", "ClassCanBeStatic", "NonFinalStaticField"})
    static class Orders {
        static List<String> all;
        int count;
        List<String> lines;
        List raw;

        @Unchecked("types.field")
        List<String> unheld;

        void writesAll(List<String> values) {
            count = 1;
            lines = List.copyOf(values);
            all = List.copyOf(values);
            raw = values;
        }

        void keeps(List<String> values, List<String> others) {
            lines = values;
        }

        void keepsOther(List<String> values, List others) {
            values = others;
            lines = values;
        }

        void keepsOneOf(List<String> values, List others) {
            lines = others.isEmpty() ? others : values;
        }

        @Unchecked
        void silenced(List values) {
            lines = values;
        }

        void writesSilenced(List values) {
            unheld = values;
        }

        /** Java 17's compiler writes {@code this$0} before it calls {@code super()}. */
        class Inner {
            final List<String> own;

            Inner(List<String> values) {
                own = List.copyOf(values);
            }

            List<String> outer() {
                return lines;
            }
        }
    }

    @SuppressWarnings("unused")
    static class Sub extends Orders {
        void writes(Orders other, List<String> values) {
            lines = List.copyOf(values);
            other.lines = List.copyOf(values);
        }
    }

    @SuppressWarnings({"unused", "unchecked"})
    static class Box<T> {
        T content;

        void fill(Object value) {
            content = (T) value;
        }
    }

    @SuppressWarnings({"unused", "unchecked"})
    static final class FinalBox<T> {
        T content;

        void fill(Object value) {
            content = (T) value;
        }
    }
}
