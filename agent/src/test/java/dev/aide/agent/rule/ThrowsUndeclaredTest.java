package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.Unchecked;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ThrowsUndeclaredTest {
    private static final String DECLARED = "java.lang.InterruptedException, java.io.IOException";

    @Test
    void what_a_method_declares_is_read_from_its_class_file() {
        assertThat(ThrowsUndeclared.declared(method("reads"))).isEqualTo(DECLARED);
        assertThat(ThrowsUndeclared.declared(method("plain"))).isEmpty();
    }

    @Test
    void declared_exceptions_and_their_subclasses_may_leave() {
        assertThat(ThrowsUndeclared.isBrokenBy(new IOException(), DECLARED)).isFalse();
        assertThat(ThrowsUndeclared.isBrokenBy(new FileNotFoundException(), DECLARED))
                .isFalse();
        assertThat(ThrowsUndeclared.isBrokenBy(new InterruptedException(), DECLARED))
                .isFalse();
    }

    @Test
    void unchecked_exceptions_may_leave_any_method() {
        assertThat(ThrowsUndeclared.isBrokenBy(new IllegalStateException(), "")).isFalse();
        assertThat(ThrowsUndeclared.isBrokenBy(new AssertionError(), "")).isFalse();
    }

    @Test
    void other_checked_exceptions_may_not() {
        assertThat(ThrowsUndeclared.isBrokenBy(new IOException(), "")).isTrue();
        assertThat(ThrowsUndeclared.isBrokenBy(new Exception(), DECLARED)).isTrue();
        assertThat(ThrowsUndeclared.isBrokenBy(new IOException(), "com.java.io.IOException, java.io.IOExceptions"))
                .isTrue();
    }

    @Test
    void what_no_source_declares_and_what_is_silenced_is_left_alone() {
        assertThat(holds("reads")).isTrue();
        assertThat(holds("plain")).isTrue();
        assertThat(holds("silenced")).isFalse();
        assertThat(holds("silencedElsewhere")).isTrue();
        assertThat(holds("<clinit>")).isFalse();
        assertThat(holds("lambda$later$0")).isFalse();
    }

    private static boolean holds(String name) {
        return ThrowsUndeclared.holds(file(), method(name));
    }

    private static MethodInfo method(String name) {
        return file().methods().stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ClassFile file() {
        return Judging.file(Methods.class);
    }

    @SuppressWarnings("unused")
    static class Methods {
        static final Object LOADED = new Object();

        void reads() throws InterruptedException, IOException {}

        void plain() {}

        Runnable later() {
            return () -> plain();
        }

        @Unchecked("throws")
        void silenced() {}

        @Unchecked("types")
        void silencedElsewhere() {}
    }
}
