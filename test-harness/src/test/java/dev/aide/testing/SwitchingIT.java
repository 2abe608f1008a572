package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Switches modes of a running program by the MBean; see {@code fixture/Switching.java} for the commands. */
class SwitchingIT {
    private static final String NOTHING_TO_DO = ": 0 sites linked anew, 0 classes transformed again\n";

    /** The last class file version without invokedynamic. */
    private static final short JAVA_6 = 50;

    @TempDir
    static Path classes;

    @TempDir
    static Path classesOfJava6;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        CompiledClasses compiled = Fixture.sources(8, "Switching").parameters().compile();
        compiled.writeTo(classes);
        compiled.writeTo(classesOfJava6);
        for (Map.Entry<String, byte[]> each : compiled.byName().entrySet()) {
            makeOld(each.getKey(), each.getValue().clone());
        }
    }

    private static void makeOld(String name, byte[] classFile) {
        ByteBuffer.wrap(classFile).putShort(6, JAVA_6);
        try {
            Files.write(classesOfJava6.resolve(name.replace('.', '/') + ".class"), classFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @JdkTest
    void from_off_to_warn_to_enforce_and_back_where_all_is_woven_for_it(Jdk jdk) {
        Outcome outcome = ready(jdk, classes);

        assertThat(outcome.stdout()).isEqualTo("""
                take passes
                give passes
                keep passes
                switched to aide.mode=warn: 5 sites linked anew, 0 classes transformed again
                take passes
                give passes
                keep passes
                switched to aide.mode=enforce: 0 sites linked anew, 0 classes transformed again
                take TypeViolation
                give TypeViolation
                keep TypeViolation
                switched to aide.mode=off: 5 sites linked anew, 0 classes transformed again
                take passes
                give passes
                keep passes
                """);
        assertThat(Finding.printed(outcome.stderr()))
                .as("each kind once, by the first mode that is on")
                .extracting(Finding::method)
                .containsExactly("fixture.Switching.take", "fixture.Switching.give", "fixture.Switching.keep");
        assertThat(outcome.stderr()).containsOnlyOnce("\naide types.field  ");
        assertThat(outcome.stderr())
                .startsWith("aide holds fixture.** (by the main class fixture.Switching; aide.include changes it)"
                        + " · off · depth sample · live\n")
                .contains("\naide summary  off · ")
                .contains("\n  violations  7 of 4 kinds");
    }

    @JdkTest
    void class_files_without_invokedynamic_are_switched_too(Jdk jdk) {
        assertThat(ready(jdk, classesOfJava6).stdout())
                .isEqualTo(ready(jdk, classes).stdout());
    }

    private static Outcome ready(Jdk jdk, Path program) {
        return switching(
                        jdk,
                        program,
                        "call take",
                        "call give",
                        "call keep",
                        "switchModes mode=warn",
                        "call take",
                        "call give",
                        "call keep",
                        "switchModes mode=enforce",
                        "call take",
                        "call give",
                        "call keep",
                        "switchModes mode=off",
                        "call take",
                        "call give",
                        "call keep")
                .property("aide.mode", "off")
                .property("aide.live", "true")
                .run()
                .expectExit(0);
    }

    @JdkTest
    void what_was_not_woven_is_transformed_again_and_keeps_its_parameter_names(Jdk jdk) {
        for (Path program : new Path[] {classes, classesOfJava6}) {
            Outcome outcome = switching(
                            jdk,
                            program,
                            "call take",
                            "setMode fixture.** types enforce",
                            "call take",
                            "call names",
                            "setMode fixture.Switching types.argument off",
                            "call take",
                            "call give",
                            "switchModes mode=off",
                            "call take",
                            "call give",
                            "call names")
                    .property("aide.rule.types", "off")
                    .run()
                    .expectExit(0);

            assertThat(outcome.stdout()).isEqualTo("""
                    take passes
                    switched to aide.mode=warn aide.rule.types=off,fixture.**=enforce: 0 sites linked anew, 2 classes transformed again
                    take TypeViolation
                    names
                    names passes
                    switched to aide.mode=warn aide.rule.types=off,fixture.**=enforce aide.rule.types.argument=fixture.Switching=off: 1 site linked anew, 2 classes transformed again
                    take passes
                    give TypeViolation
                    switched to aide.mode=off aide.rule.types=off,fixture.**=enforce aide.rule.types.argument=fixture.Switching=off: 1 site linked anew, 0 classes transformed again; aide.mode=off stops everything, whatever the rules say
                    take passes
                    give passes
                    names
                    names passes
                    """);
            assertThat(outcome.stderr()).contains("\n  classes     woven 1 · nothing to check 1 · ");
        }
    }

    @JdkTest
    void rules_that_are_woven_on_demand_come_and_go(Jdk jdk) {
        for (Path program : new Path[] {classes, classesOfJava6}) {
            Outcome outcome = switching(
                            jdk,
                            program,
                            "call nine",
                            "call fail",
                            "switchModes rule.arity=enforce;rule.throws=enforce",
                            "call nine",
                            "call fail",
                            "switchModes rule.arity=warn;rule.throws=off",
                            "call nine",
                            "call fail",
                            "switchModes rule.arity=enforce",
                            "call nine")
                    .property("aide.live", "true")
                    .run()
                    .expectExit(0);

            assertThat(outcome.stdout().lines().filter(line -> !line.startsWith("switched")))
                    .containsExactly(
                            "nine passes",
                            "fail IOException",
                            "nine StateViolation",
                            "fail UndeclaredViolation",
                            "nine passes",
                            "fail IOException",
                            "nine StateViolation");
        }
    }

    @JdkTest({8, 17, 25})
    void what_needs_no_call_is_judged_once_it_is_on(Jdk jdk) {
        Outcome outcome = switching(jdk, classes, "switchModes mode=warn")
                .property("aide.mode", "off")
                .property("aide.live", "true")
                .property("aide.report", folder.resolve("aide.json").toString())
                .run()
                .expectExit(0);

        assertThat(outcome.stderr()).contains("\n    arity.declared  1 kind: ");
        assertThat(folder.resolve("aide.json")).content().contains("\"classesJudged\": 2,");
    }

    @JdkTest({8, 17, 25})
    void what_cannot_be_meant_is_refused_and_changes_nothing(Jdk jdk) {
        Outcome outcome = switching(
                        jdk,
                        classes,
                        "setMode fixture typos off",
                        "setMode fixture.* types of",
                        "setMode fixture* types off",
                        "switchModes mode=enforce;include=com.acme.**",
                        "switchModes mode=enforce;rule.typos=off",
                        "switchModes ",
                        "dumpReport aide.htm",
                        "call take",
                        "switchModes mode=warn")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()
                        .replaceAll("Known are: .*; leave", "Known are: ALL; leave")
                        .replaceAll("Known are: aide.*", "Known are: ALL"))
                .isEqualTo("""
                IAE: 'typos' is not a rule; did you mean types? Known are: ALL; leave it empty for all
                IAE: mode: 'of' is not a mode; write off, warn, enforce or strict
                IAE: pattern: 'fixture*' is not a pattern; write com.acme.** (a package and all below it), com.acme.* (the package alone), com.acme.Order (a class) or ** (everything)
                IAE: agent argument include: aide.include cannot be changed while aide runs, only aide.mode and aide.rule.… can; leave it out, or start the JVM again with it
                IAE: agent argument rule.typos is not a setting of aide; did you mean aide.rule.types? Known are: ALL
                IAE: there is nothing to switch; write key=value, such as mode=enforce
                IAE: path: 'aide.htm' is not a report's name; end it in .html, .sarif, .json or .xml (JUnit)
                take passes
                """.replace("IAE", "java.lang.IllegalArgumentException") + "switched to aide.mode=warn"
                        + NOTHING_TO_DO);
    }

    @JdkTest
    void shows_what_it_knows_forgets_it_and_writes_reports(Jdk jdk) {
        Path report = folder.resolve("new/aide.json");
        Outcome outcome = switching(
                        jdk,
                        classes,
                        "call take",
                        "call take",
                        "call give",
                        "get Violations",
                        "get Kinds",
                        "get Scope",
                        "get Problems",
                        "findings",
                        "modes",
                        "dumpReport " + report,
                        "reset",
                        "get Violations",
                        "call take",
                        "get Violations",
                        "get Kinds")
                .property("aide.rule.arity", "off")
                .property("aide.rule.convention", "off")
                .property("aide.rule.docs", "off")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("""
                take passes
                take passes
                give passes
                Violations 3
                Kinds 2
                Scope fixture.** (by the main class fixture.Switching; aide.include changes it)
                Problems []
                2 types.argument warn fixture.Switching.take(List<String> names) names[] is java.lang.Integer, declared java.lang.String
                1 types.return warn fixture.Switching.give(List names) result[] is java.lang.Integer, declared java.lang.String
                aide.mode=warn
                aide.rule.arity=off
                aide.rule.convention=off
                aide.rule.docs=off
                REPORT
                null
                Violations 0
                take passes
                Violations 1
                Kinds 1
                """.replace("REPORT", report.toString()));
        assertThat(report).content().contains("\"method\": \"fixture.Switching.take(List<String> names)\"");
        assertThat(Finding.printed(outcome.stderr()))
                .as("the first of a kind is told again after a reset")
                .extracting(Finding::method)
                .containsExactly("fixture.Switching.take", "fixture.Switching.give", "fixture.Switching.take");
    }

    @JdkTest({8, 17, 25})
    void a_switch_holds_for_each_call_behind_it_while_others_call(Jdk jdk) {
        Outcome outcome = switching(jdk, classes, "race 20")
                .property("aide.live", "true")
                .timeout(Duration.ofMinutes(10))
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("raced, other failures: null\n");
    }

    @JdkTest({8, 17, 25})
    void jmx_is_not_started_by_the_agent(Jdk jdk) throws IOException {
        Path program = folder.resolve("plain");
        Fixture.sources(8, "Shop", "billing.Billing").compile().writeTo(program);

        Outcome outcome = ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .jvmOption("-verbose:class")
                .classpath(program)
                .main("fixture.Shop")
                .run();

        assertThat(outcome.stdout())
                .contains("fixture.Shop")
                .doesNotContain("javax.management", "java.util.logging.LogManager", "dev.aide.agent.jmx.AideBean");
    }

    private static ForkedJvm switching(Jdk jdk, Path program, String... commands) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .classpath(program)
                .main("fixture.Switching")
                .args(commands);
    }
}
