package dev.aide.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.ArgumentViolation;
import dev.aide.StateViolation;
import dev.aide.TypeViolation;
import dev.aide.Violation;
import dev.aide.agent.baseline.Baseline;
import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Level;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.SiteSpec.Position;
import dev.aide.agent.type.CheckCompiler;
import dev.aide.agent.type.CheckContext;
import dev.aide.agent.type.Inert;
import dev.aide.agent.type.MethodSignature;
import dev.aide.agent.type.Mismatch;
import dev.aide.agent.type.Resolving;
import dev.aide.agent.type.TypeVariables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReporterTest {
    private static final String SELF = ReporterTest.class.getName();
    private static final String SIGNATURE = "(Ljava/util/List<Ljava/lang/String;>;Ljava/lang/Runnable;)V";
    private static final String DESCRIPTOR = "(Ljava/util/List;Ljava/lang/Runnable;)V";

    @TempDir
    Path folder;

    @Test
    void words_a_violation_of_an_argument() {
        RuntimeException violation = place(reporter("mode=enforce"), List.of("a", 1), null);

        assertThat(violation).isInstanceOf(TypeViolation.class).isInstanceOf(ClassCastException.class);
        assertThat(((Violation) violation).rule()).isEqualTo("types.argument");
        assertThat(violation.getMessage().lines())
                .containsExactly(
                        "aide types.argument  " + SELF + ".place(List<String> lines, Runnable after)",
                        "  lines[1]  is java.lang.Integer, declared java.lang.String"
                                + "  (java.util.ImmutableCollections$List12 of 2)",
                        "  called from " + caller(violation),
                        "  1st of this kind here · enforce · silence: -Daide.rule.types.argument=" + SELF + "=off");
        assertThat(caller(violation)).contains("words_a_violation_of_an_argument(ReporterTest.java:");
    }

    @Test
    void words_all_that_does_not_fit_at_once() {
        assertThat(place(reporter("mode=enforce"), List.of(1), "no runnable")
                        .getMessage()
                        .lines()
                        .skip(1)
                        .limit(2))
                .containsExactly(
                        "  lines[0]  is java.lang.Integer, declared java.lang.String"
                                + "  (java.util.ImmutableCollections$List12 of 1)",
                        "  after  is java.lang.String, declared java.lang.Runnable");
    }

    @Test
    void words_a_violation_of_a_result_with_where_it_returned() {
        RuntimeException violation = found(reporter("mode=enforce"), List.of(1));

        assertThat(violation.getMessage().lines())
                .containsExactly(
                        "aide types.return  " + SELF + ".found(int arg0)",
                        "  result[0]  is java.lang.Integer, declared java.lang.String"
                                + "  (java.util.ImmutableCollections$List12 of 1)",
                        "  returned at " + violation.getStackTrace()[0],
                        "  called from " + caller(violation),
                        "  1st of this kind here · enforce · silence: -Daide.rule.types.return=" + SELF + "=off");
    }

    @Test
    void a_violation_says_under_which_id_reports_have_its_finding() {
        Reporter reporter = reporter("mode=enforce");
        found(reporter, List.of(1));

        Violation violation = (Violation) place(reporter, List.of(1), null);

        assertThat(violation.finding()).matches("[0-9a-f]{16}");
        assertThat(reporter.snapshot().findings())
                .filteredOn(finding -> finding.kind().id().equals(violation.finding()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind().rule()).isEqualTo(Rule.TYPES_ARGUMENT));
    }

    @Test
    void quotes_values_on_request_only() {
        assertThat(place(reporter("mode=enforce;values=show"), List.of(42), "text")
                        .getMessage())
                .contains("lines[0]  is java.lang.Integer 42, declared")
                .contains("after  is java.lang.String \"text\", declared");
        assertThat(place(reporter("mode=enforce"), List.of(42), "text").getMessage())
                .doesNotContain("42")
                .doesNotContain("text");
    }

    @Test
    void throws_plain_exceptions_on_request() {
        Reporter plain = reporter("mode=enforce;exceptions=plain");

        assertThat(place(plain, List.of(1), null))
                .isInstanceOf(ArgumentViolation.class)
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(found(plain, List.of(1)))
                .isInstanceOf(StateViolation.class)
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_stack_begins_at_the_woven_method() {
        assertThat(place(reporter("mode=enforce"), List.of(1), null)
                        .getStackTrace()[0]
                        .getMethodName())
                .isEqualTo("place");
    }

    @Test
    void warning_throws_nothing_and_counts() {
        Reporter reporter = reporter("mode=warn");

        assertThat(place(reporter, List.of(1), null)).isNull();
        assertThat(place(reporter, List.of("a", 1), null)).isNull();

        assertThat(reporter.summary()).contains("\n  violations  2 of 1 kind\n");
    }

    @Test
    void what_is_off_for_the_class_is_not_recorded() {
        Reporter reporter = reporter("mode=enforce;rule.types.argument=" + SELF + "=off");

        assertThat(place(reporter, List.of(1), null)).isNull();
        assertThat(reporter.summary()).contains("\n  violations  0 of 0 kinds");
    }

    @Test
    void each_violation_of_a_kind_is_counted_and_thrown() {
        Reporter reporter = reporter("mode=enforce");

        for (String ordinal : List.of("1st", "2nd", "3rd", "4th")) {
            assertThat(place(reporter, List.of(1), null).getMessage()).contains("  " + ordinal + " of this kind here");
        }
        assertThat(place(reporter, List.of(2L), null).getMessage()).contains("  1st of this kind here");
    }

    @Test
    void counts_from_many_threads_are_exact() throws Exception {
        Reporter reporter = reporter("mode=warn");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    for (int j = 0; j < 1_000; j++) {
                        place(reporter, List.of(1), "x");
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(reporter.summary())
                .contains("\n  violations  16000 of 2 kinds\n")
                .contains("\n      8000×  " + SELF + ".place(List<String> lines, Runnable after)\n          lines[] is")
                .contains("\n      8000×  " + SELF + ".place(List<String> lines, Runnable after)\n          after is");
    }

    @Test
    void the_summary_has_coverage_then_findings_worst_first() {
        Coverage coverage = new Coverage(false);
        coverage.woven(3);
        coverage.hasNothingToCheck();
        coverage.isOutOfScope();
        coverage.failed("com/acme/Broken", "of a test");
        coverage.methodRan();
        coverage.failed(new IllegalStateException("of a test"));
        coverage.unresolved("com.acme.Gone");
        Reporter reporter = new Reporter(settings("mode=warn"), coverage, new Console(), null);
        found(reporter, List.of(1));
        place(reporter, List.of(1), null);
        place(reporter, List.of(1), "x");

        List<String> lines = reporter.summary().lines().toList();

        assertThat(lines.subList(0, 9))
                .containsExactly(
                        "aide summary  warn · depth sample · ** (by agent argument include)",
                        "  classes     woven 1 · nothing to check 1 · out of scope 1 · failed 1",
                        "  methods     woven 3 · executed 1",
                        "  not checked 1 values that changed or failed while read",
                        "  not loaded  [com.acme.Gone]: what is declared so is not checked",
                        "  problem     a value was not checked: java.lang.IllegalStateException: of a test",
                        "  problem     com.acme.Broken is not held: of a test",
                        "  violations  4 of 3 kinds",
                        "    types.argument  3 of 2 kinds: each argument fits its generic signature");
        assertThat(lines.subList(9, 11))
                .containsExactly(
                        "      2×  " + SELF + ".place(List<String> lines, Runnable after)",
                        "          lines[] is java.lang.Integer, declared java.lang.String");
        assertThat(lines.get(11)).startsWith("          called from " + SELF + ".the_summary_has_coverage_");
        assertThat(lines.get(15)).isEqualTo("    types.return  1 of 1 kind: each result fits its generic signature");
        assertThat(lines).hasSize(19);
    }

    @Test
    void the_summary_says_loudly_that_nothing_was_held() {
        assertThat(reporter("mode=warn").summary())
                .contains("  WARNING     no class was in scope, so nothing was held;"
                        + " set aide.include to your packages, such as com.acme.**\n");
    }

    @Test
    void the_summary_counts_calls_and_elements_on_request() {
        Coverage coverage = new Coverage(true);
        coverage.called();
        coverage.elements().add(3);

        assertThat(new Reporter(settings("counts=true"), coverage, new Console(), null).summary())
                .contains("\n  calls       1 · elements 3\n");
    }

    @Test
    void one_screen_shows_fifteen_kinds() {
        Reporter reporter = reporter("mode=warn");
        for (int i = 0; i < 20; i++) {
            report(reporter, "method" + i, SIGNATURE, "lines,after", List.of(1), null);
        }

        assertThat(reporter.summary()).contains("violations  20 of 20 kinds").endsWith("\n    and 5 more kinds");
    }

    @Test
    void what_the_baseline_lists_neither_prints_nor_throws_but_counts() throws Exception {
        Reporter reporter = held("mode=enforce", entry("place(List,Runnable)", "lines[]", "Integer"));

        assertThat(place(reporter, List.of(1), null)).isNull();
        assertThat(place(reporter, List.of(2), null)).isNull();

        ReportedFinding known = reporter.snapshot().findings().get(0);
        assertThat(known.isKnown()).isTrue();
        assertThat(known.count()).isEqualTo(2);
        assertThat(reporter.summary())
                .contains("\n  baseline    1 entry · seen 1\n  new         0 of 0 kinds")
                .doesNotContain("place(");
    }

    @Test
    void of_one_call_with_a_known_and_a_new_mismatch_only_the_new_one_is_worded_and_thrown() throws Exception {
        Reporter reporter = held("mode=enforce", entry("place(List,Runnable)", "lines[]", "Integer"));

        RuntimeException violation = place(reporter, List.of(1), "no runnable");

        assertThat(violation).isInstanceOf(TypeViolation.class);
        assertThat(violation.getMessage().lines())
                .containsExactly(
                        "aide types.argument  " + SELF + ".place(List<String> lines, Runnable after)",
                        "  after  is java.lang.String, declared java.lang.Runnable",
                        "  called from " + caller(violation),
                        "  1st of this kind here · enforce · silence: aide.baseline, or -Daide.rule.types.argument="
                                + SELF + "=off");
    }

    @Test
    void anything_else_at_the_place_of_a_known_finding_is_new() throws Exception {
        Reporter reporter = held("mode=enforce", entry("place(List,Runnable)", "lines[]", "Integer"));

        assertThat(place(reporter, List.of(1L), null)).hasMessageContaining("lines[0]  is java.lang.Long,");
        assertThat(report(reporter, "other", SIGNATURE, "lines,after", List.of(1), null))
                .isInstanceOf(TypeViolation.class);
    }

    @Test
    void recording_neither_prints_nor_throws() throws Exception {
        Path file = folder.resolve("recorded.txt");
        Reporter reporter = reporterWith("mode=enforce;baseline.update=true;baseline=" + file);

        assertThat(place(reporter, List.of(1), "no runnable")).isNull();
        assertThat(place(reporter, List.of(1), null)).isNull();
        reporter.baseline().save();

        assertThat(Files.readAllLines(file).subList(3, 5))
                .containsExactly(
                        entry("place(List,Runnable)", "after", "String"),
                        entry("place(List,Runnable)", "lines[]", "Integer"));
        assertThat(reporter.summary()).contains("\n  baseline    0 entries · seen 0 · recorded 2\n");
    }

    @Test
    void the_summary_says_what_looks_obsolete_and_what_is_stale() throws Exception {
        Reporter reporter = held(
                "baseline.proof=2",
                entry("place(List,Runnable)", "lines[]", "Integer"),
                entry("gone()", "lines[]", "Integer"));
        SiteSpec spec =
                new SiteSpec(Position.ARGUMENT, "place", DESCRIPTOR, SIGNATURE, "", "", List.of(0), false, "33333333");
        reporter.baseline().has(SELF, spec.method(), spec.descriptor());
        reporter.executions(ReporterTest.class, spec).count();
        assertThat(reporter.summary()).contains("\n  baseline    2 entries · seen 0 · 1 stale (no such method)\n");

        reporter.executions(ReporterTest.class, spec).count();

        assertThat(reporter.summary())
                .contains("\n  baseline    2 entries · seen 0 · 1 looks obsolete (2 executions or more without them)"
                        + " · 1 stale (no such method)\n");
    }

    @Test
    void a_finding_has_its_first_few_callers() {
        Reporter reporter = reporter("mode=warn");
        place(reporter, List.of(1), null);
        place(reporter, List.of(1), null);
        for (int i = 0; i < 3; i++) {
            place(reporter, List.of(1), null);
        }

        ReportedFinding finding = reporter.snapshot().findings().get(0);

        assertThat(finding.count()).isEqualTo(5);
        assertThat(finding.callers())
                .extracting(StackTraceElement::getMethodName)
                .containsOnly("a_finding_has_its_first_few_callers");
        assertThat(finding.callers())
                .extracting(StackTraceElement::getLineNumber)
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(finding.firstMillis()).isLessThanOrEqualTo(finding.lastMillis());
    }

    @Test
    void after_a_reset_counts_start_at_zero_and_the_first_is_told_again() throws Exception {
        List<String> told = new ArrayList<>();
        Reporter reporter = new Reporter(
                Settings.read("include=**", Rule.strictness()),
                new Coverage(false),
                (owner, level, text) -> told.add(owner.getSimpleName() + " " + level),
                null);
        place(reporter, List.of(1), null);
        place(reporter, List.of(1), null);

        assertThat(told).containsExactly("ReporterTest WARN");
        assertThat(reporter.snapshot().findings().get(0).count()).isEqualTo(2);
        reporter.reset();
        assertThat(reporter.snapshot().findings()).isEmpty();
        place(reporter, List.of(1), null);
        assertThat(told).containsExactly("ReporterTest WARN", "ReporterTest WARN");
        assertThat(reporter.snapshot().findings().get(0).count()).isOne();
    }

    @Test
    void a_finding_has_the_level_that_held_last() throws Exception {
        Settings settings = Settings.read("include=**", Rule.strictness());
        Reporter reporter = new Reporter(settings, new Coverage(false), new Console(), null);

        assertThat(place(reporter, List.of(1), null)).isNull();
        settings.modes().switchTo(settings.modes().with("mode=enforce"));
        assertThat(place(reporter, List.of(1), null)).isInstanceOf(TypeViolation.class);
        assertThat(reporter.snapshot().findings().get(0).level()).isEqualTo(Level.ENFORCE);
        settings.modes().switchTo(settings.modes().with("mode=off"));
        assertThat(place(reporter, List.of(1), null)).isNull();
        assertThat(reporter.snapshot().findings().get(0).count()).isEqualTo(2);
    }

    @Test
    void no_more_than_five_callers_are_kept() {
        Finding finding = new Finding(null, Level.WARN, false, null);
        for (int i = 1; i <= 9; i++) {
            finding.happened(Level.WARN);
            finding.calledFrom(new StackTraceElement("com.acme.A", "a", "A.java", i));
        }

        assertThat(finding.callers())
                .extracting(StackTraceElement::getLineNumber)
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void a_stack_is_looked_at_ever_more_rarely() {
        Finding finding = new Finding(null, Level.WARN, false, null);
        int looks = 0;
        for (int i = 0; i < 100_000; i++) {
            finding.happened(Level.WARN);
            looks += finding.wantsCaller() ? 1 : 0;
        }

        assertThat(looks).isEqualTo(32 + 11);
    }

    @Test
    void the_ledger_keeps_ten_thousand_kinds_and_counts_the_rest() {
        Ledger ledger = new Ledger();
        for (int i = 0; i < 10_003; i++) {
            Occurrence occurrence = Occurrence.ofThrown(Rule.THROWS_UNDECLARED, new Exception(), "none");
            Ledger.Key key = new Ledger.Key("com.acme.Order", "m" + i + "()V", occurrence);
            Kind kind = new Kind("com.acme.Order", "m" + i + "()V", "m" + i, occurrence);
            Finding finding = new Finding(kind, Level.WARN, false, null);
            assertThat(ledger.add(key, finding)).isSameAs(i < 10_000 ? finding : null);
        }

        assertThat(ledger.worstFirst()).hasSize(10_000);
        assertThat(ledger.dropped()).isEqualTo(3);
    }

    @Test
    void what_is_found_without_a_call_comes_by_the_heat_of_its_method() {
        MethodCounts methods = new MethodCounts();
        methods.counter("com.acme.Order", "hot()V").add(1_000);
        methods.counter("com.acme.Order", "warm()V").add(7);
        Ledger ledger = new Ledger();
        for (String name : List.of("cold", "hot", "warm")) {
            Occurrence occurrence = Occurrence.ofThrown(Rule.THROWS_UNDECLARED, new Exception(), "none");
            Kind kind = new Kind("com.acme.Order", name + "()V", "Order." + name + "()", occurrence);
            Ledger.Key key = new Ledger.Key("com.acme.Order", name + "()V", occurrence);
            ledger.add(key, new Finding(kind, Level.WARN, false, methods));
        }

        assertThat(ledger.worstFirst()).extracting(ReportedFinding::executions).containsExactly(1_000L, 7L, 0L);
        assertThat(new Digest(ledger.worstFirst(), 0, false).toString())
                .containsSubsequence("      ran 1000×  Order.hot()\n", "ran 7×  Order.warm()", "ran 0×  Order.cold()");
    }

    @Test
    void more_than_twelve_positions_are_summed_up() {
        StringBuilder signature = new StringBuilder("(");
        Object[] values = new Object[15];
        for (int i = 0; i < values.length; i++) {
            signature.append("Ljava/lang/Runnable;");
            values[i] = i;
        }

        List<String> lines = report(
                        reporter("mode=enforce"), "many", signature.append(")V").toString(), "", values)
                .getMessage()
                .lines()
                .toList();

        assertThat(lines).hasSize(16);
        assertThat(lines.get(12)).isEqualTo("  arg11  is java.lang.Integer, declared java.lang.Runnable");
        assertThat(lines.get(13)).isEqualTo("  and 3 more");
    }

    @Test
    void enormous_names_of_methods_and_parameters_are_cut() {
        String message = report(
                        reporter("mode=enforce"),
                        "m".repeat(60_000),
                        "(Ljava/util/List<Ljava/lang/String;>;)V",
                        "p".repeat(60_000),
                        List.of(1))
                .getMessage();

        assertThat(message.length()).isLessThan(1_500);
    }

    @Test
    void a_value_as_large_as_it_likes_is_named_only() {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        List<Object> million = new ArrayList<>(Collections.nCopies(1_000_000, 1));

        assertThat(place(reporter("mode=enforce;values=show"), itself, null).getMessage())
                .contains("lines[0]  is java.util.ArrayList, declared java.lang.String  (java.util.ArrayList of 1)");
        assertThat(place(reporter("mode=enforce;values=show"), million, null).getMessage())
                .contains("(java.util.ArrayList of 1000000)")
                .hasSizeLessThan(1_000);
    }

    private static RuntimeException place(Reporter reporter, Object lines, Object after) {
        return report(reporter, "place", SIGNATURE, "lines,after", lines, after);
    }

    private static RuntimeException found(Reporter reporter, Object result) {
        String signature = "(I)Ljava/util/List<Ljava/lang/String;>;";
        SiteSpec spec = new SiteSpec(Position.RESULT, "found", "(I)V", signature, "", "", List.of(), false, "3");
        return reporter.report(ReporterTest.class, spec, mismatches("(" + signature.substring(3) + ")V", result));
    }

    private static RuntimeException report(
            Reporter reporter, String method, String signature, String names, Object... values) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            all.add(i);
        }
        SiteSpec spec =
                new SiteSpec(Position.ARGUMENT, method, DESCRIPTOR, signature, "", names, all, false, "33333333");
        return reporter.report(ReporterTest.class, spec, mismatches(signature, values));
    }

    private static Mismatch[] mismatches(String signature, Object... values) {
        Coverage coverage = new Coverage(false);
        Inert inert = new Inert(Set.of(), false, (declaring, field) -> {
            throw new NoSuchFieldException(field);
        });
        CheckContext context = new CheckContext(settings("types.depth=full").depth(), inert, null, coverage);
        CheckCompiler compiler = new CheckCompiler(context, ReporterTest.class.getClassLoader(), new Resolving());
        MethodSignature method = MethodSignature.parse(signature);
        TypeVariables variables = TypeVariables.of(method, "");
        Mismatch[] mismatches = new Mismatch[values.length];
        for (int i = 0; i < values.length; i++) {
            try {
                mismatches[i] = (Mismatch) compiler.compile(method.parameters().get(i), variables, values[i])
                        .invokeExact(values[i]);
            } catch (Throwable e) {
                throw new AssertionError("a check never throws", e);
            }
        }
        return mismatches;
    }

    private static String caller(RuntimeException violation) {
        for (StackTraceElement frame : violation.getStackTrace()) {
            if (frame.getMethodName().contains("_")) {
                return frame.toString();
            }
        }
        throw new AssertionError("no test in " + List.of(violation.getStackTrace()));
    }

    private Reporter held(String arguments, String... entries) throws Exception {
        Path file = Files.write(folder.resolve("known.txt"), List.of(entries));
        return reporterWith(arguments + ";baseline=" + file);
    }

    private static Reporter reporterWith(String arguments) throws BadConfiguration {
        Settings settings = settings(arguments);
        return new Reporter(settings, new Coverage(false), new Console(), Baseline.open(settings));
    }

    private static String entry(String method, String position, String found) {
        return "types.argument " + SELF + "#" + method + " " + position + " " + found;
    }

    private static Reporter reporter(String arguments) {
        return new Reporter(settings(arguments), new Coverage(false), new Console(), null);
    }

    private static Settings settings(String arguments) {
        try {
            return Settings.read("include=**;" + arguments, Rule.strictness());
        } catch (BadConfiguration e) {
            throw new AssertionError(e);
        }
    }
}
