package dev.aide.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void covers_what_is_included_and_not_excluded() throws BadConfiguration {
        Scope scope =
                new Scope(patterns("com.acme.**", "org.other.Thing"), patterns("com.acme.generated.**"), "by test");

        assertThat(scope.covers("com/acme/Order")).isTrue();
        assertThat(scope.covers("org/other/Thing$Part")).isTrue();
        assertThat(scope.covers("com/acme/generated/Order")).isFalse();
        assertThat(scope.covers("org/other/Others")).isFalse();
    }

    @Test
    void excluding_wins_over_a_longer_include() throws BadConfiguration {
        Scope scope = new Scope(patterns("com.acme.a.Order"), patterns("com.acme.**"), "by test");

        assertThat(scope.covers("com/acme/a/Order")).isFalse();
    }

    @Test
    void covers_nothing_without_an_include() throws BadConfiguration {
        assertThat(new Scope(patterns(), patterns(), "by test").covers("com/acme/Order"))
                .isFalse();
    }

    @Test
    void describes_itself_with_where_it_came_from() throws BadConfiguration {
        assertThat(new Scope(patterns("com.acme.**", "org.other.*"), patterns(), "by -Daide.include").describe())
                .isEqualTo("com.acme.**, org.other.* (by -Daide.include)");
        assertThat(new Scope(patterns("com.acme.**"), patterns("com.acme.a.**"), "by -Daide.include").describe())
                .isEqualTo("com.acme.** without com.acme.a.** (by -Daide.include)");
    }

    private static List<ClassPattern> patterns(String... texts) throws BadConfiguration {
        List<ClassPattern> patterns = new ArrayList<>();
        for (String text : texts) {
            patterns.add(ClassPattern.parse(text, "test"));
        }
        return patterns;
    }
}
