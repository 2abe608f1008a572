package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class JdkTestTest {
    /** Run by this test alone: the build looks for classes named *Test. */
    static class OnEachJdk {
        @JdkTest
        void runs_on_those_that_are_installed(Jdk jdk) {
            ForkedJvm.on(jdk).jvmOption("-version").run().expectExit(0);
        }
    }

    static class OnAnAbsentJdk {
        @JdkTest(9999)
        void never_runs(Jdk jdk) {
            throw new AssertionError(jdk);
        }

        @JdkTest(9999)
        void never_runs_either(Jdk jdk) {
            throw new AssertionError(jdk);
        }
    }

    @Test
    void runs_once_on_each_installed_jdk() {
        Jdks installed = Jdks.installed();
        Events tests = run(OnEachJdk.class);

        for (int feature : new int[] {8, 11, 17, 21, 25}) {
            tests.assertThatEvents()
                    .haveExactly(
                            1,
                            installed.find(feature).isPresent()
                                    ? event(test(), displayName("JDK " + feature), finishedSuccessfully())
                                    : event(
                                            test(),
                                            displayName("JDK " + feature + ", not installed"),
                                            skippedWithReason(reason -> reason.startsWith("JDK " + feature))));
        }
        assertThat(tests.succeeded().count() + tests.skipped().count()).isEqualTo(5);
    }

    @Test
    void a_missing_jdk_is_skipped_in_each_test_and_reported_once() {
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Events tests = withStderr(stderr, () -> run(OnAnAbsentJdk.class));

        String reason = "JDK 9999 is not installed, its tests are skipped. Found: " + Jdks.installed()
                + ". Name another in AIDE_JDKS";
        tests.assertStatistics(statistics -> statistics.started(0).skipped(2))
                .assertThatEvents()
                .haveExactly(2, event(test(), displayName("JDK 9999, not installed"), skippedWithReason(reason)));
        assertThat(stderr.toString(StandardCharsets.UTF_8).lines()).containsExactly("WARNING: " + reason);
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    private static <T> T withStderr(ByteArrayOutputStream captured, Supplier<T> action) {
        PrintStream before = System.err;
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            return action.get();
        } finally {
            System.setErr(before);
        }
    }
}
