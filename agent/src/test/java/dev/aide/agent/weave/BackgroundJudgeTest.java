package dev.aide.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.baseline.Baseline;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Fixtures;
import dev.aide.agent.classfile.KnownSurroundings;
import dev.aide.agent.config.Settings;
import dev.aide.agent.report.Console;
import dev.aide.agent.report.Coverage;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.rule.Judge;
import dev.aide.agent.rule.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundJudgeTest {
    private static final long NEVER = TimeUnit.DAYS.toMillis(1);
    private static final long PATIENCE = TimeUnit.MINUTES.toMillis(1);

    @TempDir
    Path folder;

    private final Coverage coverage = new Coverage(false);
    private final Settings settings;
    private final Reporter reporter;

    BackgroundJudgeTest() throws Exception {
        settings = Settings.read("include=**;rule.convention.raw=warn", Rule.strictness());
        reporter = new Reporter(settings, coverage, new Console(), null);
    }

    private BackgroundJudge judgeOfTwoClasses() throws Exception {
        return judgeOfTwoClasses(reporter);
    }

    private BackgroundJudge judgeOfTwoClasses(Reporter reporter) throws Exception {
        BackgroundJudge judge = new BackgroundJudge(
                new Judge(settings, sentence -> {
                    throw new AssertionError(sentence);
                }),
                reporter,
                coverage,
                NEVER);
        for (Class<?> type : new Class<?>[] {Fixtures.Defaults.class, Fixtures.Users.class}) {
            judge.submit(
                    ClassFile.read(Fixtures.bytes(type)),
                    new KnownSurroundings().of(type.getClassLoader(), type.getProtectionDomain()));
        }
        return judge;
    }

    @Test
    void a_program_that_ends_before_it_was_calm_is_not_kept_waiting() throws Exception {
        judgeOfTwoClasses().finish(NEVER, false);

        assertThat(reporter.summary())
                .contains("  not judged  2 classes by rules that need no call: the program ended first"
                        + " (with aide.report it would be kept waiting), or they could not be read\n");
    }

    @Test
    void a_program_that_writes_a_report_is_kept_waiting_until_all_is_judged() throws Exception {
        judgeOfTwoClasses().finish(PATIENCE, true);

        assertThat(reporter.summary()).doesNotContain("not judged");
    }

    @Test
    void lines_of_the_baseline_are_proven_by_what_was_judged_and_by_nothing_else() throws Exception {
        Reporter heldTo = heldTo("arity.declared " + Fixtures.Users.class.getName() + "#<init>() parameters 9");
        judgeOfTwoClasses(heldTo).finish(NEVER, false);
        assertThat(heldTo.summary()).contains("\n  baseline    1 entry · seen 0\n");

        judgeOfTwoClasses(heldTo).finish(PATIENCE, true);
        assertThat(heldTo.summary())
                .contains("\n  baseline    1 entry · seen 0 · 1 looks obsolete (judged without them)\n");
    }

    private Reporter heldTo(String entry) throws Exception {
        Path file = Files.writeString(folder.resolve("known.txt"), entry + "\n");
        Settings settings = Settings.read("include=**;baseline=" + file, Rule.strictness());
        return new Reporter(settings, coverage, new Console(), Baseline.open(settings));
    }
}
