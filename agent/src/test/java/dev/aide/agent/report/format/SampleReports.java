package dev.aide.agent.report.format;

import dev.aide.agent.baseline.EntryState;
import dev.aide.agent.config.Level;
import dev.aide.agent.report.BaselineResult;
import dev.aide.agent.report.CoverageFigures;
import dev.aide.agent.report.CoverageFigures.Figure;
import dev.aide.agent.report.JvmRun;
import dev.aide.agent.report.Kind;
import dev.aide.agent.report.Report;
import dev.aide.agent.report.ReportedFinding;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SourcePlace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reports with what is common, and with what is rare: names that class files allow and source code does not. */
final class SampleReports {
    static final long START = 1_795_413_000_000L;
    static final String ODD = "</script><img src=x onerror=alert(1)>\"'&\\\u2028 \u0001 \ud800 ä 🙂";
    static final StackTraceElement CALLER =
            new StackTraceElement("com.acme.web.CheckoutServlet", "doPost", "CheckoutServlet.java", 88);

    private SampleReports() {}

    static Report withBaseline() {
        return report(
                new BaselineResult(
                        List.of("a.txt", "b.txt"),
                        2,
                        List.of(
                                new EntryState("arity.declared com.acme.A#d(int) parameters 9", false, 0, 100, false)
                                        .refuted(),
                                new EntryState("types.return com.acme.A#a() result String", false, 7, 100, true),
                                new EntryState("types.return com.acme.A#b() result String", false, 300, 100, false),
                                new EntryState("types.return com.acme.A#c(List) result String", false, 0, 100, true))),
                finding("place", "lines[]", Level.ENFORCE, false, 5, CALLER),
                finding("place", "customer", Level.WARN, true, 3, CALLER, new StackTraceElement("A", "b", null, -1)),
                finding("place", ODD, Level.WARN, false, 2));
    }

    static Report withoutBaseline() {
        return report(null, finding("place", "lines[]", Level.WARN, false, 1, CALLER));
    }

    static Report withExecutions() {
        return report(
                null,
                new ReportedFinding(kind("place", "lines[]"), Level.WARN, false, 0, 1_234, START, START, List.of()),
                new ReportedFinding(kind("drop", "lines[]"), Level.WARN, false, 0, 0, START, START, List.of()));
    }

    static Report empty() {
        return report(null);
    }

    /** What a scan of class files gives: no program ran, and findings stand somewhere in the sources. */
    static Report ofScan() {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            figures.put(figure, figure == Figure.CLASSES_JUDGED ? 1_204L : 0L);
        }
        JvmRun run = new JvmRun(
                "4711",
                "shop.war",
                "17.0.1 (VM)",
                START,
                "**",
                Map.of(),
                new CoverageFigures(figures, List.of("shop.war!/A.class is not judged"), List.of()));
        return new Report(
                "1.2",
                START + 60_000,
                List.of(run),
                List.of(
                        inSource(SourcePlace.found("shop/src/main/java/com/acme/OrderService.java", 12)),
                        inSource(SourcePlace.below("com/acme/OrderService.java", 0)),
                        inSource(null)),
                0,
                null);
    }

    private static ReportedFinding inSource(SourcePlace place) {
        Kind kind = new Kind(
                        Rule.ARITY_DECLARED,
                        "com.acme.OrderService",
                        "place()V",
                        "com.acme.OrderService.place()",
                        "parameters",
                        "9",
                        "",
                        "has 9 parameters")
                .at(place);
        return new ReportedFinding(kind, Level.WARN, false, 0, ReportedFinding.NOT_COUNTED, START, START, List.of());
    }

    static Report report(BaselineResult baseline, ReportedFinding... findings) {
        CoverageFigures coverage = new CoverageFigures(
                Map.of(
                        Figure.CLASSES_WOVEN, 1L,
                        Figure.CLASSES_WITHOUT_NEED, 2L,
                        Figure.CLASSES_OUT_OF_SCOPE, 3L,
                        Figure.CLASSES_FAILED, 4L,
                        Figure.CLASSES_JUDGED, 8L,
                        Figure.CLASSES_NOT_JUDGED, 9L,
                        Figure.METHODS_WOVEN, 5L,
                        Figure.METHODS_EXECUTED, 6L,
                        Figure.VALUES_NOT_CHECKED, 7L),
                List.of("com.acme.Broken is not held: of a test"),
                List.of("com.acme.Gone"));
        JvmRun jvm = new JvmRun(
                "4711", "shop.jar", "17.0.1 (VM)", START, "com.acme.**", Map.of("aide.mode", "warn"), coverage);
        return new Report("1.2", START + 60_000, List.of(jvm), List.of(findings), 9, baseline);
    }

    static ReportedFinding finding(
            String method, String position, Level level, boolean isKnown, long count, StackTraceElement... callers) {
        return new ReportedFinding(
                kind(method, position),
                level,
                isKnown,
                count,
                ReportedFinding.NOT_COUNTED,
                START + 1_000,
                START + 2_000 * count,
                List.of(callers));
    }

    private static Kind kind(String method, String position) {
        return new Kind(
                Rule.TYPES_ARGUMENT,
                "com.acme.OrderService",
                method + "(Ljava/util/List;Lcom/acme/Customer;)V",
                "com.acme.OrderService." + method + "(List<OrderLine> lines, Customer customer)",
                position,
                "java.lang.String",
                "com.acme.OrderLine",
                position + " is java.lang.String, declared com.acme.OrderLine");
    }
}
