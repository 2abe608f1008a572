package dev.aide.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.TypeViolation;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.SiteSpec.Position;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IndexedSitesTest {
    private static final int FIRST_SIZE = 64;
    private static final String SIGNATURE = "(Ljava/util/List<Ljava/lang/String;>;)V";

    private final UnconnectedLinks links;
    private final IndexedSites sites;

    IndexedSitesTest() throws Exception {
        links = new UnconnectedLinks();
        sites = links.indexed;
    }

    @Test
    void a_site_checks_from_its_first_call_on() {
        int index = add(getClass().getClassLoader());

        for (int i = 0; i < 3; i++) {
            sites.accept(new Object[] {List.of("a")}, index);
            assertThatThrownBy(() -> sites.accept(new Object[] {List.of(1)}, index))
                    .isInstanceOf(TypeViolation.class);
        }
    }

    @Test
    void a_site_follows_each_switch() throws Exception {
        int index = add(getClass().getClassLoader());
        Object[] wrong = {List.of(1)};

        assertThat(links.switchTo("mode=warn")).as("not settled yet").isZero();
        assertThat(links.switchTo("mode=enforce")).isZero();
        assertThatThrownBy(() -> sites.accept(wrong, index)).isInstanceOf(TypeViolation.class);
        assertThat(links.switchTo("mode=off")).isOne();
        sites.accept(wrong, index);
        assertThat(links.switchTo("mode=enforce")).isOne();
        assertThatThrownBy(() -> sites.accept(wrong, index)).isInstanceOf(TypeViolation.class);
        assertThat(links.reporter.snapshot().findings().get(0).count()).isEqualTo(2);
    }

    @Test
    void numbers_go_on_past_the_first_table_while_loaders_live() {
        for (int i = 0; i < 3 * FIRST_SIZE; i++) {
            assertThat(add(getClass().getClassLoader())).isEqualTo(i);
        }
    }

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void numbers_of_a_loader_that_ended_are_given_again() throws Exception {
        add(getClass().getClassLoader());
        WeakReference<ClassLoader> ended = fillWith(new ClassLoader(getClass().getClassLoader()) {});
        while (ended.get() != null) {
            System.gc();
            Thread.onSpinWait();
        }

        assertThat(add(getClass().getClassLoader())).isEqualTo(1);
        // the one that lives is as it was
        assertThatThrownBy(() -> sites.accept(new Object[] {List.of(1)}, 0)).isInstanceOf(TypeViolation.class);
    }

    private WeakReference<ClassLoader> fillWith(ClassLoader loader) {
        for (int i = 1; i < FIRST_SIZE; i++) {
            add(loader);
        }
        return new WeakReference<>(loader);
    }

    private int add(ClassLoader loader) {
        SiteSpec spec = new SiteSpec(
                Position.ARGUMENT, "place", "(Ljava/util/List;)V", SIGNATURE, "", "lines", List.of(0), false, "1");
        return sites.add(spec, getClass().getName(), loader);
    }
}
