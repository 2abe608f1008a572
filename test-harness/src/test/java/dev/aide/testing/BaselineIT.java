package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the agent to its baseline: recorded, held, shared by many JVMs, and never broken. */
class BaselineIT {
    private static final String SELL = "types.argument fixture.Shop#sell(List) articles[] Integer";
    private static final String STOCK = "types.return fixture.Shop#stock(List) result[] Integer";
    private static final String BILL = "types.argument fixture.billing.Billing#bill(List) articles[] Integer";

    @TempDir
    static Path classes;

    private static ShopProgram shop;

    @TempDir
    Path folder;

    private Path baseline;

    @BeforeAll
    static void compile() {
        shop = ShopProgram.writtenTo(classes);
    }

    @BeforeEach
    void name() {
        baseline = folder.resolve("aide-baseline.txt");
    }

    @JdkTest
    void what_one_run_records_the_next_holds_in_silence(Jdk jdk) throws IOException {
        ForkedJvm enforced = held(shop.underAgent(jdk)).property("aide.mode", "enforce");

        Outcome recording =
                enforced.property("aide.baseline.update", "true").run().expectExit(0);
        Outcome holding = enforced.run().expectExit(0);

        assertThat(entries()).containsExactly(SELL, BILL, STOCK);
        assertThat(recording.stdout()).isEqualTo(ShopProgram.output("passes", "passes", "passes"));
        assertThat(recording.stderr())
                .startsWith("aide holds fixture.** (by the main class fixture.Shop; aide.include changes it) · enforce"
                        + " · depth sample · baseline " + baseline
                        + " (0 entries, recording: nothing prints or throws)\n")
                .contains("\n  baseline    0 entries · seen 0 · recorded 3\n");
        assertThat(holding.stdout()).isEqualTo(ShopProgram.output("passes", "passes", "passes"));
        assertThat(Finding.printed(holding.stderr())).isEmpty();
        assertThat(holding.stderr()).contains("\n  baseline    3 entries · seen 3\n  new         0 of 0 kinds");
        assertThat(entries()).containsExactly(SELL, BILL, STOCK);
    }

    @JdkTest({8, 17})
    void a_new_defect_beside_the_baseline_prints_and_throws_alone(Jdk jdk) throws IOException {
        Files.write(baseline, List.of(SELL, BILL));

        Outcome outcome = held(shop.underAgent(jdk))
                .property("aide.mode", "enforce")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo(ShopProgram.output("passes", "ClassCast", "passes"));
        assertThat(Finding.printed(outcome.stderr()))
                .extracting(Finding::method)
                .containsExactly("fixture.Shop.stock");
        assertThat(outcome.stderr())
                .contains(" · enforce · silence: aide.baseline, or -Daide.rule.types.return=fixture.Shop=off\n");
    }

    @Test
    void a_call_with_a_known_and_a_new_mismatch_throws_for_the_new_one() throws IOException {
        JavaSources.release(8).source("fixture.Pair", """
                        package fixture;
                        import java.util.*;
                        public class Pair {
                            static void take(List<String> known, List<String> fresh) {}
                            public static void main(String[] args) {
                                take((List) Arrays.asList(1), (List) Arrays.asList("fits"));
                                System.out.println("passes");
                                take((List) Arrays.asList(1), (List) Arrays.asList(2));
                            }
                        }
                        """).compile().writeTo(classes);
        Files.write(baseline, List.of("types.argument fixture.Pair#take(List,List) known[] Integer"));

        Outcome outcome =
                held(program("Pair")).property("aide.mode", "enforce").run().expectExit(1);

        assertThat(outcome.stdout()).isEqualTo("passes\n");
        assertThat(outcome.stderr())
                .contains("\n  fresh[0]  is java.lang.Integer,")
                .doesNotContain("  known[0]");
    }

    @Test
    void fewer_findings_than_the_file_fail_nothing_and_leave_it() throws IOException {
        List<String> lines = List.of("# ours", SELL, BILL, STOCK, "types.return fixture.Gone#gone() result String");
        Files.write(baseline, lines);

        Outcome outcome = held(shop.underAgent())
                .property("aide.mode", "enforce")
                .property("aide.rule.types.return", "off")
                .run()
                .expectExit(0);

        assertThat(outcome.stderr()).contains("\n  baseline    4 entries · seen 2\n");
        assertThat(Files.readAllLines(baseline)).isEqualTo(lines);
    }

    @Test
    void files_are_layered_and_the_first_is_recorded() throws IOException {
        Path theirs = Files.write(folder.resolve("theirs.txt"), List.of("# theirs", BILL));
        Files.write(baseline, List.of("# see issue 7", STOCK + "  # until spring"));

        shop.underAgent()
                .property("aide.rule.convention", "off")
                .property("aide.baseline", baseline + "," + theirs)
                .property("aide.baseline.update", "true")
                .run()
                .expectExit(0);

        assertThat(baseline).hasContent(SELL + "\n# see issue 7\n" + STOCK + "  # until spring\n");
        assertThat(theirs).hasContent("# theirs\n" + BILL);
    }

    @JdkTest({8, 17})
    void a_file_that_is_not_there_or_not_to_be_read_ends_the_jvm_before_main(Jdk jdk) throws IOException {
        assertThat(refused(held(shop.underAgent(jdk))))
                .isEqualTo("aide: aide.baseline: " + baseline + " is not there; correct the path, or record it by"
                        + " running once with -Daide.baseline.update=true\n");
        Files.write(baseline, List.of("# fine", SELL, "types.argument fixture.Shop.sell lines[] Integer"));
        assertThat(refused(held(shop.underAgent(jdk))))
                .isEqualTo("aide: aide.baseline: " + baseline + ", line 3: 'fixture.Shop.sell' is not a method;"
                        + " write it as com.acme.OrderService#place(List,Customer)\n");
        assertThat(refused(shop.underAgent(jdk).property("aide.baseline.update", "true")))
                .isEqualTo("aide: -Daide.baseline.update has no file to record into;"
                        + " name one, such as -Daide.baseline=aide-baseline.txt\n");
    }

    @JdkTest({8, 17, 25})
    void three_jvms_that_record_at_once_lose_nothing(Jdk jdk) throws IOException {
        int each = 20;
        String methods = IntStream.range(0, 3 * each)
                .mapToObj(i -> "static void m" + i + "(List<String> values) {}\n")
                .collect(Collectors.joining());
        String calls = IntStream.range(0, 3 * each)
                .mapToObj(i -> "if (part == " + i / each + ") { m" + i + "(wrong); }\n")
                .collect(Collectors.joining());
        JavaSources.release(8)
                .source(
                        "fixture.Parts",
                        "package fixture; import java.util.*; public class Parts {\n" + methods
                                + "public static void main(String[] args) { int part = Integer.parseInt(args[0]);"
                                + " List wrong = Arrays.asList(7);\n" + calls + "}}")
                .compile()
                .writeTo(classes);
        Files.writeString(baseline, "# ours\n\n");
        ForkedJvm recording = held(ForkedJvm.on(jdk).agent(AgentJar.path()).classpath(classes))
                .property("aide.baseline.update", "true")
                .main("fixture.Parts");

        List<LiveJvm> jvms = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            jvms.add(LiveJvm.start(recording.args(String.valueOf(part))));
        }
        for (LiveJvm jvm : jvms) {
            try (jvm) {
                assertThat(jvm.awaitExit()).isZero();
                assertThat(jvm.stderr()).contains(" · recorded 20\n");
            }
        }

        assertThat(Files.readAllLines(baseline)).startsWith("# ours", "").hasSize(2 + 3 * each);
        assertThat(entries()).isSorted().hasSize(3 * each);
        assertNothingBeside();
    }

    @JdkTest({8, 17})
    void a_recording_jvm_that_is_told_to_end_or_killed_leaves_a_whole_file(Jdk jdk) throws IOException {
        Fixture.sources(8, "Dying").compile().writeTo(classes);
        ForkedJvm waiting = held(ForkedJvm.on(jdk).agent(AgentJar.path()).classpath(classes))
                .property("aide.baseline.update", "true")
                .main("fixture.Dying")
                .args("wait");
        Files.write(baseline, List.of(SELL));

        try (LiveJvm jvm = LiveJvm.start(waiting)) {
            jvm.awaitLine("ready").kill();
        }
        assertThat(entries()).containsExactly(SELL);

        try (LiveJvm jvm = LiveJvm.start(waiting)) {
            jvm.awaitLine("ready").terminate();
        }
        assertThat(entries()).containsExactly("types.argument fixture.Dying#take(List) values[] Integer", SELL);
        assertNothingBeside();
    }

    @Test
    void a_folder_that_is_read_only_can_be_held_but_not_recorded() throws IOException {
        Files.write(baseline, List.of(SELL, BILL));
        Path jar = readableByAll();
        ForkedJvm program = held(ForkedJvm.on(Jdk.running()).agent(jar).classpath(folder.resolve("classes")))
                .main("fixture.Shop");
        permit(folder, "r-xr-xr-x");
        try {
            try (LiveJvm jvm = LiveJvm.start(program, asNobody())) {
                assertThat(jvm.awaitExit()).as(jvm.stderr()).isZero();
                assertThat(jvm.stderr()).contains("\n  baseline    2 entries · seen 2\n  new         1 of 1 kind\n");
            }
            try (LiveJvm jvm = LiveJvm.start(program.property("aide.baseline.update", "true"), asNobody())) {
                assertThat(jvm.awaitExit()).isEqualTo(2);
                assertThat(jvm.stdout()).isEmpty();
                assertThat(jvm.stderr())
                        .isEqualTo("aide: aide.baseline: " + baseline + " cannot be recorded, since " + folder
                                + " is not writable; name another file, or hold the baseline without"
                                + " aide.baseline.update=true\n");
            }
        } finally {
            permit(folder, "rwxrwxrwx");
        }
        assertThat(entries()).containsExactly(SELL, BILL);
    }

    @Test
    void a_folder_that_becomes_read_only_is_told_of_and_the_file_stays() throws IOException {
        Fixture.sources(8, "Dying").compile().writeTo(classes);
        Files.write(baseline, List.of(SELL));
        Path jar = readableByAll();
        ForkedJvm waiting = held(ForkedJvm.on(Jdk.running()).agent(jar).classpath(folder.resolve("classes")))
                .property("aide.baseline.update", "true")
                .main("fixture.Dying")
                .args("wait");
        permit(folder, "rwxrwxrwx");
        try (LiveJvm jvm = LiveJvm.start(waiting, asNobody())) {
            jvm.awaitLine("ready");
            permit(folder, "r-xr-xr-x");
            assertThat(jvm.terminate()).isEqualTo(128 + 15);
            assertThat(jvm.stderr())
                    .contains("\naide: the baseline could not be recorded, its file is as it was: ")
                    .contains("\naide summary  ");
        } finally {
            permit(folder, "rwxrwxrwx");
        }
        assertThat(entries()).containsExactly(SELL);
    }

    @JdkTest({8, 17})
    void an_entry_looks_obsolete_once_its_method_ran_often_enough_without_it(Jdk jdk) throws IOException {
        Files.write(baseline, List.of("types.argument fixture.Repeated#take(List) values[] Integer"));
        CompiledClasses repeated =
                JavaSources.release(8).source("fixture.Repeated", """
                        package fixture;
                        import java.util.*;
                        public class Repeated {
                            static void take(List<String> values) {}
                            public static void main(String[] args) {
                                for (int i = 0; i < Integer.parseInt(args[0]); i++) {
                                    take(Arrays.asList("fits"));
                                }
                            }
                        }
                        """).compile();
        // the older class file has no invokedynamic, and counts on another way
        for (int version : new int[] {52, 50}) {
            repeated.ofVersion(version).writeTo(classes);
            ForkedJvm program = held(ForkedJvm.on(jdk).agent(AgentJar.path()).classpath(classes))
                    .main("fixture.Repeated");

            assertThat(program.args("99").run().expectExit(0).stderr()).contains("\n  baseline    1 entry · seen 0\n");
            assertThat(program.args("100").run().expectExit(0).stderr())
                    .contains(
                            "\n  baseline    1 entry · seen 0 · 1 looks obsolete (100 executions or more without them)\n");
            assertThat(program.args("5")
                            .property("aide.baseline.proof", "5")
                            .run()
                            .expectExit(0)
                            .stderr())
                    .contains(" · 1 looks obsolete (5 executions or more without them)\n");
        }
        assertThat(entries()).hasSize(1);
    }

    @JdkTest({8, 17})
    void a_line_of_an_exception_looks_obsolete_once_its_method_ran_often_enough_without_it(Jdk jdk) throws IOException {
        Files.write(baseline, List.of("throws.undeclared fixture.Reading#read(int) throws java.io.IOException"));
        CompiledClasses reading =
                JavaSources.release(8).source("fixture.Reading", """
                        package fixture;
                        public class Reading {
                            static int read(int number) {
                                return number;
                            }
                            public static void main(String[] args) {
                                for (int i = 0; i < 5; i++) {
                                    read(i);
                                }
                            }
                        }
                        """).compile();
        for (int version : new int[] {52, 50}) {
            reading.ofVersion(version).writeTo(classes);
            ForkedJvm program = held(ForkedJvm.on(jdk).agent(AgentJar.path()).classpath(classes))
                    .property("aide.baseline.proof", "5")
                    .main("fixture.Reading");

            assertThat(states(program.property("aide.rule.throws", "warn")))
                    .isEqualTo("1 entry · seen 0 · 1 looks obsolete (5 executions or more without them)");
            assertThat(states(program)).as("the rule was off").isEqualTo("1 entry · seen 0");
        }
    }

    @JdkTest({8, 17, 25})
    void a_line_that_needs_no_call_looks_obsolete_once_its_class_is_judged_without_it(Jdk jdk) throws IOException {
        String source = """
                package fixture;
                public class Judged {
                    /** Takes it. */
                    public static void take(int number) {}
                    public static void main(String[] args) {
                        take(1);
                    }
                }
                """;
        Path sources =
                Files.createDirectories(folder.resolve("sources/fixture")).getParent();
        Files.writeString(sources.resolve("fixture/Judged.java"), source);
        Path compiled = JavaSources.release(8)
                .source("fixture.Judged", source)
                .compile()
                .writeTo(folder.resolve("judged"));
        Files.write(
                baseline,
                List.of(
                        "arity.declared fixture.Judged#take(int) parameters 9",
                        "docs.missing fixture.Judged#take(int) documentation missing"));
        // for a report the end of a program waits until all is judged
        ForkedJvm program = ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .property("aide.baseline", baseline.toString())
                .property("aide.report", folder.resolve("aide.json").toString())
                .classpath(compiled)
                .main("fixture.Judged");
        ForkedJvm documented = program.property("aide.docs.sources", sources.toString());

        assertThat(states(documented)).isEqualTo("2 entries · seen 0 · 2 look obsolete (judged without them)");
        assertThat(states(program))
                .as("without sources it is unknown what is documented")
                .isEqualTo("2 entries · seen 0 · 1 looks obsolete (judged without them)");
        assertThat(states(documented.property("aide.rule.docs.missing", "off")))
                .isEqualTo("2 entries · seen 0 · 1 looks obsolete (judged without them)");
        assertThat(states(documented.property("aide.include", "com.acme.**"))).isEqualTo("2 entries · seen 0");
    }

    /** Returns what the summary says became of the entries. */
    private static String states(ForkedJvm program) {
        return program.run()
                .expectExit(0)
                .stderr()
                .lines()
                .filter(line -> line.startsWith("  baseline  "))
                .map(line -> line.substring("  baseline".length()).trim())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_line_whose_method_is_gone_is_stale_and_one_whose_class_did_not_come_is_not() throws IOException {
        Files.write(
                baseline,
                List.of(
                        "types.argument fixture.Gone#gone(List) articles[] Integer",
                        "types.argument fixture.Shop#sell(Set) articles[] Integer",
                        SELL));

        assertThat(held(shop.underAgent()).run().expectExit(0).stderr())
                .contains("\n  baseline    3 entries · seen 1 · 1 stale (no such method)\n");
    }

    @Test
    void entries_hold_though_compilers_count_anew() throws IOException {
        String taking = "new Taker() { public void take(List<String> values) {} }.take(wrong);\n";
        Path before = anonymous(taking, "before");
        Path after = anonymous("new Object() {}; Runnable r = () -> {};" + taking, "after");

        held(anonymous(before)).property("aide.baseline.update", "true").run().expectExit(0);

        assertThat(entries()).containsExactly("types.argument fixture.Outer$*#take(List) values[] Integer");
        assertThat(held(anonymous(after)).run().expectExit(0).stderr())
                .contains("\n  baseline    1 entry · seen 1\n  new         0 of 0 kinds");
    }

    private Path anonymous(String code, String name) {
        return JavaSources.release(8)
                .source("fixture.Outer", """
                        package fixture;
                        import java.util.*;
                        public class Outer {
                            interface Taker { void take(List<String> values); }
                            public static void main(String[] args) {
                                List wrong = Arrays.asList(7);
                                CODE
                            }
                        }
                        """.replace("CODE", code))
                .compile()
                .writeTo(folder.resolve(name));
    }

    private static ForkedJvm anonymous(Path from) {
        return ForkedJvm.on(Jdk.running())
                .agent(AgentJar.path())
                .classpath(from)
                .main("fixture.Outer");
    }

    private ForkedJvm held(ForkedJvm program) {
        // values alone: what needs no call is for other tests
        return program.property("aide.rule.convention", "off").property("aide.baseline", baseline.toString());
    }

    private static ForkedJvm program(String name) {
        return ForkedJvm.on(Jdk.running())
                .agent(AgentJar.path())
                .classpath(classes)
                .main("fixture." + name);
    }

    private List<String> entries() throws IOException {
        return Files.readAllLines(baseline).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private void assertNothingBeside() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(baseline);
        }
    }

    /** Copies what the program needs to where another user can read it, and returns the agent. */
    private Path readableByAll() throws IOException {
        Path target = folder.resolve("classes/fixture");
        Files.createDirectories(target.resolve("billing"));
        try (var files = Files.walk(classes.resolve("fixture"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(
                        classes.resolve("fixture").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return Files.copy(AgentJar.path(), folder.resolve("aide.jar"));
    }

    /** Permissions do not bind root: then the JVM runs as somebody else. */
    private static String[] asNobody() {
        if (!System.getProperty("user.name").equals("root")) {
            return new String[0];
        }
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "SKIPPED: as root this needs setpriv");
        return new String[] {"/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String refused(ForkedJvm program) {
        Outcome outcome = program.run().expectExit(2);
        assertThat(outcome.stdout()).isEmpty();
        return outcome.stderr();
    }
}
