package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Holds methods to the exceptions that they declare ({@code throws.undeclared}). */
class ThrowsUndeclaredIT {
    private static final String ALONE = """
            here java.io.IOException
            through java.io.IOException
            declares java.io.IOException
            declaresMore java.io.FileNotFoundException
            declaresSuper java.io.FileNotFoundException
            declaresOther java.io.IOException
            unchecked java.lang.IllegalStateException
            error java.lang.AssertionError
            throwable java.lang.Throwable
            finally handled java.lang.IllegalArgumentException by handled
            locked java.io.IOException
            silenced java.io.IOException
            base java.io.IOException
            derived java.io.IOException
            built java.io.IOException
            built declared java.io.IOException
            unlocked
            """;

    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() {
        Fixture.sources(8, "Throwing").classpath(AgentJar.path()).compile().writeTo(classes);
    }

    @JdkTest
    void enforce_wraps_a_checked_exception_where_it_leaves_the_first_method_that_does_not_declare_it(Jdk jdk) {
        Outcome outcome = throwing(jdk)
                .property("aide.rule.throws.undeclared", "enforce")
                .jvmOption("-Xverify:all")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("""
                here dev.aide.UndeclaredViolation by disk
                through dev.aide.UndeclaredViolation by disk
                declares java.io.IOException
                declaresMore java.io.FileNotFoundException
                declaresSuper java.io.FileNotFoundException
                declaresOther dev.aide.UndeclaredViolation by wider than declared
                unchecked java.lang.IllegalStateException
                error java.lang.AssertionError
                throwable java.lang.Throwable
                finally handled java.lang.IllegalArgumentException by handled
                locked dev.aide.UndeclaredViolation by locked
                silenced java.io.IOException
                base java.io.IOException
                derived dev.aide.UndeclaredViolation by of derived
                built dev.aide.UndeclaredViolation by while built
                built declared java.io.IOException
                unlocked
                """);
        assertThat(outcome.stderr()).contains("failed 0\n").contains("""
                aide throws.undeclared  fixture.Throwing.declaresOther()
                  throws java.io.IOException, declared java.io.FileNotFoundException, java.lang.InterruptedException
                  thrown through fixture.Throwing.declaresOther(Throwing.java:65)
                  called from fixture.Throwing.say(Throwing.java:122)
                  1st of this kind here · enforce · silence: -Daide.rule.throws.undeclared=fixture.Throwing=off
                """);
    }

    @JdkTest
    void warn_names_each_method_that_it_passes_through_and_lets_it_pass(Jdk jdk) {
        Outcome outcome =
                throwing(jdk).property("aide.rule.throws", "warn").run().expectExit(0);

        assertThat(outcome.stdout()).isEqualTo(ALONE);
        assertThat(outcome.stderr().lines().filter(line -> line.startsWith("aide throws.undeclared  ")))
                .containsExactly(
                        "aide throws.undeclared  fixture.Throwing.here()",
                        "aide throws.undeclared  fixture.Throwing.through()",
                        "aide throws.undeclared  fixture.Throwing.declaresOther()",
                        "aide throws.undeclared  fixture.Throwing.locked(Object lock)",
                        "aide throws.undeclared  fixture.Throwing$Derived.close()",
                        "aide throws.undeclared  new fixture.Throwing$Built(int depth)");
    }

    @JdkTest({8, 17, 25})
    void the_rule_is_off_until_it_is_named(Jdk jdk) {
        Outcome outcome = throwing(jdk).property("aide.mode", "enforce").run().expectExit(0);

        assertThat(outcome.stdout()).isEqualTo(ALONE);
        assertThat(outcome.stderr()).doesNotContain("throws.undeclared");
    }

    private static ForkedJvm throwing(Jdk jdk) {
        return ForkedJvm.on(jdk).agent(AgentJar.path()).classpath(classes).main("fixture.Throwing");
    }
}
