package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the agent to leaving alone what locks, what is lazy, what is used up by reading, and what is the user's code. */
class UntouchedIT {
    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() {
        Fixture.sources(8, "Untouched").compile().writeTo(classes);
    }

    @JdkTest
    void nothing_is_called_consumed_reordered_waited_for_or_initialised(Jdk jdk) {
        Outcome alone = program(jdk).run().expectExit(0);

        Outcome held = underAgent(jdk).run().expectExit(0);

        assertThat(held.stdout()).isEqualTo(alone.stdout()).endsWith("queued 40000\ntouched []\n");
        assertThat(held.stderr())
                .contains("failed 0", "violations  0 of 0 kinds")
                .doesNotContain("not checked", "not loaded", "problem");
    }

    @Test
    void the_program_notices_a_touch() {
        Outcome outcome = underAgent(Jdk.running())
                .property("aide.types.containers", "fixture.Untouched$Lazy")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).endsWith("touched [Lazy.size]\n");
        assertThat(outcome.stderr()).contains("not checked", "java.lang.IllegalStateException: touched: Lazy.size");
    }

    private static ForkedJvm underAgent(Jdk jdk) {
        return program(jdk).agent(AgentJar.path(), "types.depth=full");
    }

    private static ForkedJvm program(Jdk jdk) {
        return ForkedJvm.on(jdk).classpath(classes).main("fixture.Untouched");
    }
}
