package dev.aide.agent.report.format;

import dev.aide.agent.baseline.EntryState;
import dev.aide.agent.report.BaselineResult;
import dev.aide.agent.report.CoverageFigures;
import dev.aide.agent.report.CoverageFigures.Figure;
import dev.aide.agent.report.JvmRun;
import dev.aide.agent.report.Kind;
import dev.aide.agent.report.Report;
import dev.aide.agent.report.ReportedFinding;
import dev.aide.agent.rule.SourcePlace;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JSON of aide's own form, which loses nothing: {@code docs/report-schema.json} describes it, {@link JsonReport} reads it. */
final class JsonFormat implements ReportFormat {
    /** Raised when readers of the older form would misunderstand the newer. */
    static final int VERSION = 1;

    @Override
    public void write(Report report, Writer out) throws IOException {
        write(report, new JsonText(out));
        out.write('\n');
    }

    void write(Report report, JsonText json) throws IOException {
        json.beginObject();
        json.member("format", VERSION);
        json.member("aide", report.version());
        json.member("made", Times.of(report.madeMillis()));
        json.name("jvms").beginArray();
        for (JvmRun jvm : report.jvms()) {
            write(jvm, json);
        }
        json.endArray();
        json.name("findings").beginArray();
        for (ReportedFinding finding : report.findings()) {
            write(finding, report.baseline() != null, json);
        }
        json.endArray();
        json.member("violationsWithoutFinding", report.dropped());
        if (report.baseline() != null) {
            write(report.baseline(), json);
        }
        json.endObject();
    }

    private static void write(JvmRun jvm, JsonText json) throws IOException {
        json.beginObject();
        json.member("process", jvm.process());
        json.member("program", jvm.program());
        json.member("java", jvm.java());
        json.member("started", Times.of(jvm.startMillis()));
        json.member("scope", jvm.scope());
        json.name("settings").beginObject();
        for (Map.Entry<String, String> setting : jvm.settings().entrySet()) {
            json.member(setting.getKey(), setting.getValue());
        }
        json.endObject();
        write(jvm.coverage(), json);
        json.endObject();
    }

    private static void write(CoverageFigures coverage, JsonText json) throws IOException {
        json.name("coverage").beginObject();
        for (Map.Entry<Figure, Long> figure : coverage.figures().entrySet()) {
            json.member(figure.getKey().id(), figure.getValue());
        }
        json.member("problems", coverage.problems());
        json.member("notLoaded", coverage.notLoaded());
        json.endObject();
    }

    private static void write(ReportedFinding finding, boolean hasBaseline, JsonText json) throws IOException {
        Kind kind = finding.kind();
        json.beginObject();
        json.member("id", kind.id());
        json.member("rule", kind.rule().id());
        json.member("level", finding.level().name().toLowerCase(Locale.ROOT));
        if (hasBaseline) {
            json.member("baselineState", finding.isKnown() ? "known" : "new");
        }
        json.member("class", kind.className());
        json.member("methodId", kind.methodId());
        json.member("method", kind.method());
        json.member("position", kind.position());
        json.member("found", kind.found());
        json.member("declared", kind.declared());
        json.member("words", kind.words());
        json.member("count", finding.count());
        if (finding.executions() != ReportedFinding.NOT_COUNTED) {
            json.member("executions", finding.executions());
        }
        json.member("first", Times.of(finding.firstMillis()));
        json.member("last", Times.of(finding.lastMillis()));
        if (kind.source() != null) {
            write(kind.source(), json);
        }
        writeCallers(finding.callers(), json);
        json.member("baselineEntry", kind.baselineEntry().toString());
        json.member("silence", RuleHelp.silencingOption(kind));
        json.endObject();
    }

    private static void write(SourcePlace source, JsonText json) throws IOException {
        json.name("source").beginObject();
        json.member("path", source.path());
        json.member("found", source.isFound());
        if (source.line() > 0) {
            json.member("line", source.line());
        }
        json.endObject();
    }

    private static void writeCallers(List<StackTraceElement> callers, JsonText json) throws IOException {
        json.name("callers").beginArray();
        for (StackTraceElement caller : callers) {
            json.beginObject();
            json.member("class", caller.getClassName());
            json.member("method", caller.getMethodName());
            if (caller.getFileName() != null) {
                json.member("file", caller.getFileName());
            }
            if (caller.getLineNumber() > 0) {
                json.member("line", caller.getLineNumber());
            }
            json.endObject();
        }
        json.endArray();
    }

    private static void write(BaselineResult baseline, JsonText json) throws IOException {
        json.name("baseline").beginObject();
        json.member("files", baseline.files());
        json.member("recorded", baseline.recorded());
        json.name("entries").beginArray();
        for (EntryState entry : baseline.entries()) {
            json.beginObject();
            json.member("entry", entry.entry());
            json.member("seen", entry.isSeen());
            json.member("executions", entry.executions());
            json.member("proof", entry.proof());
            json.member("methodGone", entry.isMethodGone());
            json.member("refuted", entry.isRefuted());
            json.member("obsolete", entry.isObsolete());
            json.member("stale", entry.isStale());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
}
