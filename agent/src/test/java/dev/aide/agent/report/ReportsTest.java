package dev.aide.agent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.agent.baseline.BaselineEntry;
import dev.aide.agent.baseline.EntryState;
import dev.aide.agent.config.Level;
import dev.aide.agent.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final StackTraceElement HERE = new StackTraceElement("com.acme.A", "a", "A.java", 1);
    private static final StackTraceElement THERE = new StackTraceElement("com.acme.B", "b", "B.java", 2);

    @Test
    void the_same_finding_of_many_jvms_is_one() {
        Report merged = Reports.merge(List.of(
                report(1, null, finding("lines[]", Level.WARN, 3, 10, 20, HERE)),
                report(2, null, finding("lines[]", Level.ENFORCE, 4, 5, 15, HERE, THERE)),
                report(3, null, finding("customer", Level.WARN, 9, 1, 1))));

        assertThat(merged.jvms()).extracting(JvmRun::process).containsExactly("1", "2", "3");
        assertThat(merged.madeMillis()).isEqualTo(3);
        assertThat(merged.dropped()).isEqualTo(3);
        assertThat(merged.findings())
                .as("the most frequent first")
                .extracting(finding -> finding.kind().position())
                .containsExactly("customer", "lines[]");
        ReportedFinding same = merged.findings().get(1);
        assertThat(same.count()).isEqualTo(7);
        assertThat(same.firstMillis()).isEqualTo(5);
        assertThat(same.lastMillis()).isEqualTo(20);
        assertThat(same.level()).isEqualTo(Level.ENFORCE);
        assertThat(same.callers()).containsExactly(HERE, THERE);
    }

    @Test
    void a_finding_is_known_only_if_it_is_to_all() {
        ReportedFinding known = finding(true);
        ReportedFinding unknown = finding(false);

        assertThat(merged(known, known).isKnown()).isTrue();
        assertThat(merged(known, unknown).isKnown()).isFalse();
    }

    @Test
    void executions_add_up_where_they_are_counted() {
        assertThat(merged(ran(3), ran(4)).executions()).isEqualTo(7);
        assertThat(merged(ran(3), finding(false)).executions()).isEqualTo(3);
        assertThat(merged(finding(false), ran(3)).executions()).isEqualTo(3);
        assertThat(merged(finding(false), finding(false)).executions()).isEqualTo(ReportedFinding.NOT_COUNTED);
    }

    @Test
    void what_jvms_show_of_a_baseline_adds_up_to_proof() {
        Report merged = Reports.merge(List.of(
                report(
                        1,
                        baseline(
                                new EntryState("a", false, 60, 100, false),
                                new EntryState("b", true, 100, 100, false))),
                report(
                        2,
                        baseline(
                                new EntryState("a", false, 40, 100, false),
                                new EntryState("b", false, 100, 100, false))),
                report(3, baseline(new EntryState("c", false, 0, 100, true), new EntryState("d", false, 0, 100, true))),
                report(
                        4,
                        baseline(new EntryState("c", false, 0, 100, false), new EntryState("d", true, 1, 100, false))),
                report(5, null)));

        List<EntryState> entries = merged.baseline().entries();
        assertThat(entries).extracting(EntryState::entry).containsExactly("a", "b", "c", "d");
        assertThat(entries).extracting(EntryState::executions).containsExactly(100, 200, 0, 1);
        assertThat(entries).extracting(EntryState::isObsolete).containsExactly(true, false, false, false);
        assertThat(entries).extracting(EntryState::isSeen).containsExactly(false, true, false, true);
        assertThat(entries).extracting(EntryState::isStale).containsExactly(false, false, true, false);
        assertThat(merged.baseline().recorded()).isEqualTo(4);
        assertThat(merged.baseline().files()).containsExactly("known.txt");
    }

    @Test
    void a_report_is_held_to_a_baseline_that_its_runs_did_not_have() {
        BaselineEntry listed = kind("lines[]").baselineEntry();
        BaselineEntry unseen = BaselineEntry.parse("types.return com.acme.A#b() result X");
        BaselineEntry other = BaselineEntry.parse("types.return com.acme.A#c() result X");
        Report report = report(
                1,
                baseline(
                        new EntryState(unseen.toString(), false, 200, 100, false),
                        new EntryState(other.toString(), false, 7, 100, false)),
                finding("lines[]", Level.WARN, 3, 10, 20),
                finding("customer", Level.WARN, 3, 10, 20));

        Report held = Reports.against(report, List.of("a.txt", "b.txt"), Set.of(listed, unseen));

        assertThat(held.findings()).extracting(ReportedFinding::isKnown).containsExactly(true, false);
        assertThat(held.baseline().files()).containsExactly("a.txt", "b.txt");
        List<EntryState> states = held.baseline().entries();
        assertThat(states).extracting(EntryState::entry).containsExactly(listed.toString(), unseen.toString());
        assertThat(states).extracting(EntryState::isSeen).containsExactly(true, false);
        assertThat(states).extracting(EntryState::isObsolete).containsExactly(false, true);
        assertThat(held.baseline().describe())
                .isEqualTo("2 entries · seen 1 · 1 looks obsolete (100 executions or more without them)");
    }

    @Test
    void what_one_run_judged_is_proven_unless_another_saw_it() {
        EntryState open = new EntryState("arity.declared a", false, 0, 100, false);
        EntryState ran = new EntryState("types.return b", false, 100, 100, false);

        assertThat(merged(open, open).isObsolete()).isFalse();
        assertThat(merged(open, open.refuted()).isObsolete()).isTrue();
        assertThat(merged(open.refuted(), open.seen()).isObsolete()).isFalse();
        assertThat(baseline(open.refuted()).describe())
                .isEqualTo("1 entry · seen 0 · recorded 1 · 1 looks obsolete (judged without them)");
        assertThat(baseline(open.refuted(), ran).describe())
                .isEqualTo(
                        "2 entries · seen 0 · recorded 1 · 2 look obsolete (100 executions or more, or judged, without"
                                + " them)");
    }

    private static EntryState merged(EntryState one, EntryState other) {
        return Reports.merge(List.of(report(1, baseline(one)), report(2, baseline(other))))
                .baseline()
                .entries()
                .get(0);
    }

    @Test
    void an_entry_that_no_run_counted_is_proven_by_none() {
        BaselineEntry entry = BaselineEntry.parse("types.return com.acme.A#b() result X");

        Report held = Reports.against(report(1, null), List.of("a.txt"), Set.of(entry));

        assertThat(held.baseline().entries()).extracting(EntryState::isGone).containsExactly(false);
    }

    @Test
    void no_report_is_refused() {
        assertThatThrownBy(() -> Reports.merge(List.of())).hasMessage("there is no report to merge");
    }

    private static ReportedFinding merged(ReportedFinding one, ReportedFinding other) {
        return Reports.merge(List.of(report(1, null, one), report(2, null, other)))
                .findings()
                .get(0);
    }

    private static BaselineResult baseline(EntryState... entries) {
        return new BaselineResult(List.of("known.txt"), 1, List.of(entries));
    }

    private static Report report(long number, BaselineResult baseline, ReportedFinding... findings) {
        CoverageFigures coverage = new CoverageFigures(Map.of(), List.of(), List.of());
        JvmRun jvm = new JvmRun(String.valueOf(number), "A", "17", 0, "**", Map.of(), coverage);
        return new Report("1", number, List.of(jvm), List.of(findings), 1, baseline);
    }

    private static ReportedFinding finding(boolean isKnown) {
        return new ReportedFinding(
                kind("lines[]"), Level.WARN, isKnown, 1, ReportedFinding.NOT_COUNTED, 1, 1, List.of());
    }

    private static ReportedFinding ran(long executions) {
        return new ReportedFinding(kind("lines[]"), Level.WARN, false, 0, executions, 1, 1, List.of());
    }

    private static ReportedFinding finding(
            String position, Level level, long count, long first, long last, StackTraceElement... callers) {
        return new ReportedFinding(
                kind(position), level, false, count, ReportedFinding.NOT_COUNTED, first, last, List.of(callers));
    }

    private static Kind kind(String position) {
        return new Kind(
                Rule.TYPES_ARGUMENT,
                "com.acme.A",
                "a()V",
                "com.acme.A.a()",
                position,
                "X",
                "Y",
                position + " is X, declared Y");
    }
}
