package dev.aide.agent.report.format;

import dev.aide.agent.report.CoverageFigures.Figure;
import dev.aide.agent.report.Kind;
import dev.aide.agent.report.Report;
import dev.aide.agent.report.ReportedFinding;
import java.io.IOException;
import java.io.Writer;

/**
 * The XML of JUnit's runners, which CI servers show: each finding is a test that failed, one that the baseline knows was
 * skipped, and that aide held anything at all is a test that passed.
 */
final class JUnitFormat implements ReportFormat {
    @Override
    public void write(Report report, Writer out) throws IOException {
        int known = 0;
        for (ReportedFinding finding : report.findings()) {
            known += finding.isKnown() ? 1 : 0;
        }
        int tests = report.findings().size() + 1;
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.write("<testsuite name=\"aide\" tests=\"" + tests + "\" failures=\"" + (tests - 1 - known)
                + "\" errors=\"0\" skipped=\"" + known + "\" time=\"0\" timestamp=\""
                + Times.of(report.madeMillis()) + "\">\n");
        out.write("  <testcase classname=\"aide\" name=\"" + held(report) + "\" time=\"0\"/>\n");
        for (ReportedFinding finding : report.findings()) {
            write(finding, out);
        }
        out.write("</testsuite>\n");
    }

    private static String held(Report report) {
        return report.isOfScan()
                ? "judged " + report.total(Figure.CLASSES_JUDGED) + " classes"
                : "held " + report.total(Figure.METHODS_EXECUTED) + " executed methods";
    }

    private static void write(ReportedFinding finding, Writer out) throws IOException {
        Kind kind = finding.kind();
        String name = kind.rule().id() + " " + kind.method() + " " + kind.position() + " is " + kind.found();
        out.write("  <testcase classname=\"" + escaped(kind.className()) + "\" name=\"" + escaped(name)
                + "\" time=\"0\">\n");
        if (finding.isKnown()) {
            out.write("    <skipped message=\"in the baseline\"/>\n");
        } else {
            out.write("    <failure type=\"" + kind.rule().id() + "\" message=\"" + escaped(RuleHelp.sentence(finding))
                    + "\">" + escaped(details(finding)) + "</failure>\n");
        }
        out.write("  </testcase>\n");
    }

    private static String details(ReportedFinding finding) {
        StringBuilder text = new StringBuilder();
        if (finding.count() > 0) {
            text.append(finding.count()).append(" times, first ").append(Times.of(finding.firstMillis()));
            text.append(", last ").append(Times.of(finding.lastMillis())).append('\n');
        }
        if (finding.kind().source() != null) {
            text.append("in ").append(finding.kind().source()).append('\n');
        }
        for (StackTraceElement caller : finding.callers()) {
            text.append("called from ").append(caller).append('\n');
        }
        text.append("id: ").append(finding.kind().id()).append('\n');
        text.append("fix: ").append(RuleHelp.fix(finding.kind().rule())).append('\n');
        text.append("silence: ").append(RuleHelp.silencingOption(finding.kind()));
        return text.append(", or a line in aide.baseline\n").toString();
    }

    /** Escapes for text and attributes; what XML 1.0 has no way to write becomes U+FFFD. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c == '&') {
                escaped.append("&amp;");
            } else if (c == '<') {
                escaped.append("&lt;");
            } else if (c == '>') {
                escaped.append("&gt;");
            } else if (c == '"') {
                escaped.append("&quot;");
            } else if (isAllowed(c)) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('\ufffd');
            }
        }
        return escaped.toString();
    }

    /** XML 1.0, production 2. */
    private static boolean isAllowed(int c) {
        boolean isBasic = c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xd7ff);
        return isBasic || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
    }
}
