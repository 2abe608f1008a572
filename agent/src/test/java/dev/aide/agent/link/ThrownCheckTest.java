package dev.aide.agent.link;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.UndeclaredViolation;
import dev.aide.agent.rule.SiteSpec;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrownCheckTest {
    private static final String ENFORCED = "rule.throws=enforce";

    @Test
    void what_is_declared_passes_and_so_do_its_subclasses() throws Exception {
        ThrownCheck check = check("java.lang.InterruptedException, java.io.IOException");

        assertThatCode(() -> check.check(new IOException())).doesNotThrowAnyException();
        assertThatCode(() -> check.check(new FileNotFoundException())).doesNotThrowAnyException();
        assertThatCode(() -> check.check(new InterruptedException())).doesNotThrowAnyException();
    }

    @Test
    void unchecked_exceptions_need_no_declaration() throws Exception {
        assertThatCode(() -> check("").check(new IllegalStateException())).doesNotThrowAnyException();
    }

    @Test
    void what_is_not_declared_becomes_the_cause_of_a_violation() throws Exception {
        IOException thrown = new IOException("disk");

        assertThatThrownBy(() -> check("java.io.FileNotFoundException").check(thrown))
                .isInstanceOf(UndeclaredViolation.class)
                .hasCause(thrown)
                .hasMessageContaining("\n  throws java.io.IOException, declared java.io.FileNotFoundException\n");
        assertThatThrownBy(() -> check("").check(thrown))
                .hasMessageContaining("\n  throws java.io.IOException, declared none\n");
    }

    @Test
    void a_name_that_only_ends_or_begins_alike_is_another() throws Exception {
        assertThatThrownBy(() ->
                        check("com.java.io.IOException, java.io.IOExceptions").check(new IOException()))
                .isInstanceOf(UndeclaredViolation.class);
    }

    private static ThrownCheck check(String declared) throws Exception {
        SiteSpec spec =
                new SiteSpec(SiteSpec.Position.THROWN, "read", "()V", "()V", "", "", List.of(), false, declared);
        return new ThrownCheck(ThrownCheckTest.class, spec, new UnconnectedLinks(ENFORCED).reporter);
    }
}
