package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.io.TempDir;

/** JaCoCo's agent beside aide's, on the same command line: neither may see what the other has changed. */
class JacocoIT {
    private static final Path LEGACY = Path.of(System.getProperty("legacy.jar"));
    private static final Path JACOCO = Jars.path("org.jacoco.agent-runtime.jar");

    @TempDir
    Path folder;

    @JdkTest
    void before_aide_it_changes_nothing_and_knows_the_classes(Jdk jdk) throws IOException {
        check(ForkedJvm.on(jdk).agent(JACOCO, destination()).agent(AgentJar.path()), jdk);
    }

    @JdkTest
    void after_aide_it_changes_nothing_and_knows_the_classes(Jdk jdk) throws IOException {
        check(ForkedJvm.on(jdk).agent(AgentJar.path()).agent(JACOCO, destination()), jdk);
    }

    private void check(ForkedJvm both, Jdk jdk) throws IOException {
        Outcome alone = runWhole(ForkedJvm.on(jdk).agent(AgentJar.path()));
        Outcome outcome = runWhole(both);

        assertThat(outcome.stdout()).isEqualTo(alone.stdout());
        assertThat(Finding.inSummary(outcome.stderr()))
                .as("%s", outcome)
                .isNotEmpty()
                .isEqualTo(Finding.inSummary(alone.stderr()));
        assertThat(outcome.stderr()).contains("failed 0");

        CoverageBuilder coverage = coverage();
        assertThat(coverage.getNoMatchClasses()).isEmpty();
        assertThat(coverage.getClasses())
                .filteredOn(each -> each.getMethodCounter().getCoveredCount() > 0)
                .extracting(IClassCoverage::getName)
                .contains("com/acme/shop/NightlyClose", "com/acme/shop/dao/Repository");
    }

    /**
     * Runs at full depth, since a sample is random and need not find the same twice, and without the rules that need no
     * call, which a program can end before.
     */
    private static Outcome runWhole(ForkedJvm jvm) {
        return jvm.property("aide.types.depth", "full")
                .property("aide.rule.convention", "off")
                .jar(LEGACY)
                .run()
                .expectExit(0);
    }

    /** Lays what was recorded over the original classes. */
    private CoverageBuilder coverage() throws IOException {
        ExecFileLoader recorded = new ExecFileLoader();
        recorded.load(recording());
        CoverageBuilder coverage = new CoverageBuilder();
        new Analyzer(recorded.getExecutionDataStore(), coverage).analyzeAll(LEGACY.toFile());
        return coverage;
    }

    private String destination() {
        return "destfile=" + recording();
    }

    private File recording() {
        return folder.resolve("jacoco.exec").toFile();
    }
}
