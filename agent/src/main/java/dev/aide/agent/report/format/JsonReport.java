package dev.aide.agent.report.format;

import dev.aide.agent.baseline.BaselineEntry;
import dev.aide.agent.baseline.EntryState;
import dev.aide.agent.config.Level;
import dev.aide.agent.json.JsonParser;
import dev.aide.agent.report.BaselineResult;
import dev.aide.agent.report.CoverageFigures;
import dev.aide.agent.report.CoverageFigures.Figure;
import dev.aide.agent.report.JvmRun;
import dev.aide.agent.report.Kind;
import dev.aide.agent.report.Report;
import dev.aide.agent.report.ReportedFinding;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SourcePlace;
import dev.aide.agent.type.MalformedSignature;
import dev.aide.agent.type.MethodSignature;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what {@link JsonFormat} wrote. */
public final class JsonReport {
    private JsonReport() {}

    /**
     * Reads a report.
     *
     * @param json the whole text of a report that aide wrote as {@code .json}
     * @throws IllegalArgumentException if it is no such text; the message says what is wrong in it
     */
    public static Report parse(String json) {
        JsonObject object = JsonObject.of(JsonParser.parse(json));
        if (!object.has("format")) {
            throw new IllegalArgumentException("it is JSON, but not a report of aide; those begin with \"format\"");
        }
        long format = object.number("format");
        if (format != JsonFormat.VERSION) {
            throw new IllegalArgumentException("its format is " + format + ", and this aide reads " + JsonFormat.VERSION
                    + "; read it with the aide that wrote it, " + object.string("aide"));
        }
        try {
            return report(object);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("found '" + e.getParsedString() + "', expected a time", e);
        }
    }

    private static Report report(JsonObject object) {
        List<JvmRun> jvms = new ArrayList<>();
        for (JsonObject jvm : object.objects("jvms")) {
            jvms.add(jvm(jvm));
        }
        List<ReportedFinding> findings = new ArrayList<>();
        for (JsonObject finding : object.objects("findings")) {
            findings.add(finding(finding));
        }
        return new Report(
                object.string("aide"),
                Times.millis(object.string("made")),
                jvms,
                findings,
                object.number("violationsWithoutFinding"),
                object.has("baseline") ? baseline(object.object("baseline")) : null);
    }

    private static JvmRun jvm(JsonObject jvm) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<?, ?> setting : jvm.object("settings").members().entrySet()) {
            settings.put(String.valueOf(setting.getKey()), String.valueOf(setting.getValue()));
        }
        return new JvmRun(
                jvm.string("process"),
                jvm.string("program"),
                jvm.string("java"),
                Times.millis(jvm.string("started")),
                jvm.string("scope"),
                settings,
                coverage(jvm.object("coverage")));
    }

    private static CoverageFigures coverage(JsonObject coverage) {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            if (coverage.has(figure.id())) {
                figures.put(figure, coverage.number(figure.id()));
            }
        }
        return new CoverageFigures(figures, coverage.strings("problems"), coverage.strings("notLoaded"));
    }

    private static ReportedFinding finding(JsonObject finding) {
        Kind kind = new Kind(
                rule(finding.string("rule")),
                finding.string("class"),
                methodId(finding.string("methodId")),
                finding.string("method"),
                finding.string("position"),
                finding.string("found"),
                finding.string("declared"),
                finding.string("words"));
        if (finding.has("source")) {
            kind = kind.at(source(finding.object("source")));
        }
        List<StackTraceElement> callers = new ArrayList<>();
        for (JsonObject caller : finding.objects("callers")) {
            callers.add(new StackTraceElement(
                    caller.string("class"),
                    caller.string("method"),
                    caller.has("file") ? caller.string("file") : null,
                    caller.has("line") ? (int) caller.number("line") : -1));
        }
        return new ReportedFinding(
                kind,
                Level.valueOf(finding.string("level").toUpperCase(Locale.ROOT)),
                finding.has("baselineState") && finding.string("baselineState").equals("known"),
                finding.number("count"),
                finding.has("executions") ? finding.number("executions") : ReportedFinding.NOT_COUNTED,
                Times.millis(finding.string("first")),
                Times.millis(finding.string("last")),
                callers);
    }

    private static SourcePlace source(JsonObject source) {
        String path = source.string("path");
        int line = source.has("line") ? (int) source.number("line") : 0;
        return source.truth("found") ? SourcePlace.found(path, line) : SourcePlace.below(path, line);
    }

    private static String methodId(String text) {
        try {
            MethodSignature.parse(text.substring(text.indexOf('(')));
            return text;
        } catch (StringIndexOutOfBoundsException | MalformedSignature e) {
            throw new IllegalArgumentException("'" + text + "' is not a method's name with its descriptor", e);
        }
    }

    private static Rule rule(String id) {
        for (Rule rule : Rule.values()) {
            if (rule.id().equals(id)) {
                return rule;
            }
        }
        throw new IllegalArgumentException(
                "'" + id + "' is not a rule that this aide knows; read it with the aide that wrote it");
    }

    private static BaselineResult baseline(JsonObject baseline) {
        List<EntryState> entries = new ArrayList<>();
        for (JsonObject entry : baseline.objects("entries")) {
            EntryState state = new EntryState(
                    BaselineEntry.parse(entry.string("entry")).toString(),
                    entry.truth("seen"),
                    (int) entry.number("executions"),
                    (int) entry.number("proof"),
                    entry.truth("methodGone"));
            entries.add(entry.has("refuted") && entry.truth("refuted") ? state.refuted() : state);
        }
        return new BaselineResult(baseline.strings("files"), (int) baseline.number("recorded"), entries);
    }
}
