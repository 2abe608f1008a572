package dev.aide.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.TypeViolation;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LinkerTest {
    private static final String DESCRIPTOR = "(Ljava/util/List;)V";
    private static final String SIGNATURE = "(Ljava/util/List<Ljava/lang/String;>;)V";

    private final UnconnectedLinks links;

    LinkerTest() throws Exception {
        links = new UnconnectedLinks();
    }

    @Test
    void a_site_checks_from_its_first_call_on() throws Throwable {
        CallSite site = link("argument", "place", DESCRIPTOR, SIGNATURE, "", "lines", "0", "1");

        for (int i = 0; i < 3; i++) {
            site.getTarget().invoke((Object) List.of("a"));
            assertThatThrownBy(() -> site.getTarget().invoke((Object) List.of(1)))
                    .isInstanceOf(TypeViolation.class);
        }
    }

    @Test
    void a_site_follows_each_switch() throws Throwable {
        CallSite site = link("argument", "place", DESCRIPTOR, SIGNATURE, "", "lines", "0", "1");

        assertThatThrownBy(() -> site.getTarget().invoke((Object) List.of(1))).isInstanceOf(TypeViolation.class);
        assertThat(links.switchTo("mode=warn")).as("its checks are the same").isZero();
        site.getTarget().invoke((Object) List.of(1));
        assertThat(links.switchTo("mode=off")).isOne();
        site.getTarget().invoke((Object) List.of(1));
        assertThat(links.switchTo("mode=enforce;rule.types.return=off")).isOne();
        assertThatThrownBy(() -> site.getTarget().invoke((Object) List.of(1))).isInstanceOf(TypeViolation.class);
        assertThat(links.switchTo("rule.types.return=warn")).as("another rule").isZero();
        assertThat(links.reporter.snapshot().findings().get(0).count()).isEqualTo(3);
    }

    @Test
    void a_site_with_nothing_to_check_takes_anything() throws Throwable {
        CallSite site = link("argument", "place", "(Ljava/lang/String;)V", "(Ljava/lang/String;)V", "", "", "0", "1");

        site.getTarget().invoke((Object) "a");
        site.getTarget().invoke((Object) "b");
        assertThat(links.reporter.summary())
                .contains("violations  0 of 0 kinds")
                .doesNotContain("problem");
    }

    @ParameterizedTest
    @MethodSource
    void garbage_is_linked_to_nothing_and_said(String position, Object[] constants) throws Throwable {
        CallSite site = link(position, constants);

        site.getTarget().invoke((Object) List.of(1));
        site.getTarget().invoke((Object) List.of(1));

        assertThat(links.reporter.summary()).contains("  problem     a call is not held: ");
    }

    static List<Arguments> garbage_is_linked_to_nothing_and_said() {
        return List.of(
                Arguments.of("argument", new Object[0]),
                Arguments.of("argument", new Object[] {1, 2, 3, 4, 5, 6, 7}),
                Arguments.of("argument", new Object[] {null, null, null, null, null, null, null}),
                Arguments.of("argument", new Object[] {"place", DESCRIPTOR, "garbage", "", "", "0", "1"}),
                Arguments.of("argument", new Object[] {"place", DESCRIPTOR, "(Ljava/util/List<", "", "", "0", "1"}),
                Arguments.of("argument", new Object[] {"place", DESCRIPTOR, SIGNATURE, "<garbage", "", "0", "1"}),
                Arguments.of("argument", new Object[] {"place", DESCRIPTOR, SIGNATURE, "", "", "x", "1"}),
                Arguments.of("argument", new Object[] {"place", DESCRIPTOR, SIGNATURE, "", "", "7", "1"}),
                Arguments.of("argument", new Object[] {"place", DESCRIPTOR, SIGNATURE, "", "", "-1", "1"}),
                Arguments.of("argument", new Object[] {"place", DESCRIPTOR, SIGNATURE, "", "", "0,0", "1"}),
                Arguments.of("argument", new Object[] {"place", DESCRIPTOR, SIGNATURE, "", "", "0,", "1"}));
    }

    private CallSite link(String position, Object... constants) {
        MethodType type = MethodType.methodType(void.class, Object.class);
        return links.linker.apply(new Object[] {MethodHandles.lookup(), position, type, constants});
    }
}
