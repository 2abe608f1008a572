package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.config.DocsExemption;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExemptionsTest {
    @Test
    void what_overrides_is_as_its_supertype_wants_it() {
        assertThat(blamed(Own.class)).containsExactly("own");
        assertThat(blamed(OfJdk.class)).containsExactly("size");
        assertThat(blamed(WithBridge.class)).isEmpty();
        assertThat(blamed(FarBelow.class)).isEmpty();
    }

    @Test
    void hiding_is_no_overriding() {
        assertThat(blamed(Hiding.class)).containsExactlyInAnyOrder("ofClass", "ofItself");
    }

    @Test
    void constructors_are_blamed_but_for_the_canonical_one_of_a_record() {
        assertThat(blamed(Own.Made.class)).containsExactly("<init>");
        assertThat(blamed(Row.class)).containsExactly("<init>", "more");
    }

    @Test
    void what_enums_and_lambdas_bring_along_is_not_blamed() {
        assertThat(blamed(Size.class)).containsExactly("<init>", "valueOf");
    }

    @Test
    void main_is_as_the_jvm_wants_it() {
        assertThat(blamed(Program.class)).containsExactly("run", "main");
    }

    @Test
    void generated_code_is_not_blamed() {
        assertThat(blamed(PartlyGenerated.class)).containsExactly("written");
        assertThat(blamed(AllGenerated.class)).isEmpty();
    }

    @Test
    void for_documentation_each_exemption_can_be_taken_back() {
        Set<DocsExemption> all = EnumSet.allOf(DocsExemption.class);
        assertThat(blamed(Own.class, Rule.DOCS_MISSING, all)).containsExactly("own");
        assertThat(blamed(Own.class, Rule.DOCS_STALE, without(DocsExemption.OVERRIDES)))
                .containsExactlyInAnyOrder("generic", "plain", "own");
        assertThat(blamed(Row.class, Rule.DOCS_MISSING, without(DocsExemption.RECORDS)))
                .containsExactly("<init>", "<init>", "more");
        assertThat(blamed(Program.class, Rule.DOCS_MISSING, without(DocsExemption.MAIN)))
                .containsExactlyInAnyOrder("run", "main", "main");
        assertThat(blamed(PartlyGenerated.class, Rule.DOCS_MISSING, without(DocsExemption.GENERATED)))
                .containsExactlyInAnyOrder("generated", "written");
        assertThat(blamed(AllGenerated.class, Rule.DOCS_MISSING, without(DocsExemption.GENERATED)))
                .containsExactly("generated");
        assertThat(blamed(Size.class, Rule.DOCS_MISSING, Set.of())).containsExactly("<init>", "valueOf");
    }

    private static Set<DocsExemption> without(DocsExemption exemption) {
        return EnumSet.complementOf(EnumSet.of(exemption));
    }

    /** Returns the names of the methods with parameters that are not exempt. */
    private static List<String> blamed(Class<?> type) {
        return blamed(type, Rule.ARITY_DECLARED, Set.of());
    }

    private static List<String> blamed(Class<?> type, Rule rule, Set<DocsExemption> exemptOfDocs) {
        Exemptions exemptions = new Exemptions(Judging.file(type), Judging.surroundings(type), exemptOfDocs);
        return Judging.file(type).methods().stream()
                .filter(method -> !method.descriptor().startsWith("()") && !exemptions.cover(method, rule))
                .map(MethodInfo::name)
                .toList();
    }

    @Retention(RetentionPolicy.CLASS)
    @interface Generated {}

    @SuppressWarnings("unused")
    abstract static class Base<T> {
        abstract void generic(T value);

        void plain(int number) {}

        static void ofClass(int number) {}

        private void ofItself(int number) {}
    }

    @SuppressWarnings("unused")
    static class Own extends Base<Object> {
        @Override
        void generic(Object value) {}

        @Override
        void plain(int number) {}

        void own(int number) {}

        static class Made {
            Made(int number) {}
        }
    }

    static class FarBelow extends Own {
        @Override
        void plain(int number) {}
    }

    @SuppressWarnings({"unused", "HidingMethod"})
    static class Hiding extends Own {
        static void ofClass(int number) {}

        void ofItself(int number) {}
    }

    @SuppressWarnings("serial")
    static class OfJdk extends ArrayList<String> {
        @Override
        public boolean add(String text) {
            return super.add(text);
        }

        @Override
        public boolean equals(Object other) {
            return super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }

        int size(int factor) {
            return factor * size();
        }
    }

    static class WithBridge implements Comparator<String> {
        @Override
        public int compare(String one, String other) {
            return one.compareTo(other);
        }
    }

    @SuppressWarnings("unused")
    record Row(int first, String second) {
        Row(int first) {
            this(first, "");
        }

        void more(int number) {}
    }

    @SuppressWarnings("unused")
    enum Size {
        SMALL {
            @Override
            Runnable later() {
                return () -> valueOf(7);
            }
        };

        abstract Runnable later();

        static Size valueOf(int number) {
            return SMALL;
        }
    }

    @SuppressWarnings("unused")
    static class Program {
        public static void main(String[] arguments) {}

        static void run(String[] arguments) {}

        static void main(int arguments) {}
    }

    @SuppressWarnings("unused")
    static class PartlyGenerated {
        @Generated
        void generated(int number) {}

        void written(int number) {}
    }

    @Generated
    static class AllGenerated {
        void generated(int number) {}
    }
}
