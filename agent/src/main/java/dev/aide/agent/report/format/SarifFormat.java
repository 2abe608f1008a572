package dev.aide.agent.report.format;

import dev.aide.agent.config.Level;
import dev.aide.agent.report.JvmRun;
import dev.aide.agent.report.Kind;
import dev.aide.agent.report.Report;
import dev.aide.agent.report.ReportedFinding;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SourcePlace;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;

/**
 * SARIF 2.1.0 (OASIS), which code-scanning pages show. What a finding is told by ({@code partialFingerprints}) is its
 * line in a baseline, which holds no line number; where it is shown is the first caller whose source is known.
 */
final class SarifFormat implements ReportFormat {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final List<Rule> RULES = Arrays.asList(Rule.values());
    private static final String SOURCES = "SRCROOT";
    private static final String FINGERPRINT = "aideFinding/v1";

    @Override
    public void write(Report report, Writer out) throws IOException {
        JsonText json = new JsonText(out);
        json.beginObject();
        json.member("$schema", SCHEMA).member("version", "2.1.0");
        json.name("runs").beginArray().beginObject();
        writeTool(report, json);
        json.name("originalUriBaseIds").beginObject().name(SOURCES).beginObject();
        json.name("description")
                .beginObject()
                .member("text", "The folder of the sources' top packages")
                .endObject();
        json.endObject().endObject();
        writeInvocations(report, json);
        json.name("results").beginArray();
        for (ReportedFinding finding : report.findings()) {
            writeResult(finding, report.baseline() != null, json);
        }
        json.endArray();
        json.endObject().endArray().endObject();
        out.write('\n');
    }

    private static void writeTool(Report report, JsonText json) throws IOException {
        json.name("tool").beginObject().name("driver").beginObject();
        json.member("name", "aide").member("version", report.version());
        json.name("rules").beginArray();
        for (Rule rule : RULES) {
            json.beginObject().member("id", rule.id());
            writeText("shortDescription", rule.summary(), json);
            // GitHub asks for both
            writeText("fullDescription", rule.summary(), json);
            json.name("help").beginObject();
            json.member("text", RuleHelp.fix(rule));
            json.member("markdown", "**" + rule.id() + "**: " + rule.summary() + ".\n\n" + RuleHelp.fix(rule));
            json.endObject();
            json.endObject();
        }
        json.endArray();
        json.endObject().endObject();
    }

    private static void writeInvocations(Report report, JsonText json) throws IOException {
        json.name("invocations").beginArray();
        for (JvmRun jvm : report.jvms()) {
            json.beginObject();
            json.member("executionSuccessful", true);
            json.member("startTimeUtc", Times.of(jvm.startMillis()));
            json.member("endTimeUtc", Times.of(report.madeMillis()));
            json.name("properties").beginObject();
            json.member("process", jvm.process());
            json.member("program", jvm.program());
            json.member("java", jvm.java());
            json.endObject();
            json.endObject();
        }
        json.endArray();
    }

    private static void writeResult(ReportedFinding finding, boolean hasBaseline, JsonText json) throws IOException {
        Kind kind = finding.kind();
        json.beginObject();
        json.member("ruleId", kind.rule().id()).member("ruleIndex", RULES.indexOf(kind.rule()));
        json.member("level", finding.level() == Level.ENFORCE ? "error" : "warning");
        if (hasBaseline) {
            json.member("baselineState", finding.isKnown() ? "unchanged" : "new");
        }
        writeText("message", RuleHelp.sentence(finding), json);
        json.member("occurrenceCount", Math.max(1, finding.count()));
        json.name("partialFingerprints").beginObject();
        json.member(FINGERPRINT, kind.baselineEntry().toString());
        json.endObject();
        writeLocations(finding, json);
        json.name("properties").beginObject();
        json.member("id", kind.id());
        json.member("first", Times.of(finding.firstMillis()));
        json.member("last", Times.of(finding.lastMillis()));
        json.member("silence", RuleHelp.silencingOption(kind));
        json.endObject();
        json.endObject();
    }

    private static void writeLocations(ReportedFinding finding, JsonText json) throws IOException {
        Kind kind = finding.kind();
        List<StackTraceElement> callers = finding.callers();
        json.name("locations").beginArray().beginObject();
        writePhysical(place(finding), json);
        json.name("logicalLocations").beginArray().beginObject();
        json.member("fullyQualifiedName", kind.className() + "." + kind.methodId());
        json.member("name", kind.methodId().substring(0, kind.methodId().indexOf('(')));
        json.member("kind", "function");
        json.endObject().endArray();
        json.endObject().endArray();
        json.name("relatedLocations").beginArray();
        for (StackTraceElement caller : callers.subList(Math.min(1, callers.size()), callers.size())) {
            SourcePlace place = place(caller);
            if (place != null) {
                json.beginObject();
                writePhysical(place, json);
                writeText("message", "also called from " + caller, json);
                json.endObject();
            }
        }
        json.endArray();
    }

    /** Returns where a finding is shown: code-scanning pages refuse a file with a result that stands nowhere. */
    private static SourcePlace place(ReportedFinding finding) {
        if (finding.kind().source() != null) {
            return finding.kind().source();
        }
        SourcePlace caller =
                finding.callers().isEmpty() ? null : place(finding.callers().get(0));
        return caller == null ? presumed(finding.kind().className()) : caller;
    }

    /** Returns file and line of a caller; null where one of them is not known. */
    private static SourcePlace place(StackTraceElement caller) {
        if (caller.getFileName() == null || caller.getLineNumber() < 1) {
            return null;
        }
        String className = caller.getClassName();
        String folder = className.substring(0, className.lastIndexOf('.') + 1).replace('.', '/');
        return SourcePlace.below(folder + caller.getFileName(), caller.getLineNumber());
    }

    /** Returns the file that a class of Java most likely stands in, where its class file does not say. */
    private static SourcePlace presumed(String className) {
        int inner = className.indexOf('$', className.lastIndexOf('.') + 2);
        String outermost = inner < 0 ? className : className.substring(0, inner);
        return SourcePlace.below(outermost.replace('.', '/') + ".java", 0);
    }

    private static void writePhysical(SourcePlace place, JsonText json) throws IOException {
        json.name("physicalLocation").beginObject();
        json.name("artifactLocation").beginObject();
        json.member("uri", UriText.escaped(place.path()));
        if (!place.isFound()) {
            json.member("uriBaseId", SOURCES);
        }
        json.endObject();
        // code-scanning pages refuse a result without a line: an abstract method has none in its class file
        int line = Math.max(1, place.line());
        json.name("region").beginObject().member("startLine", line).endObject();
        json.endObject();
    }

    private static void writeText(String name, String text, JsonText json) throws IOException {
        json.name(name).beginObject().member("text", text).endObject();
    }
}
