package dev.aide.agent.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.agent.report.Report;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportTest {
    static List<Report> reports() {
        return List.of(
                SampleReports.withBaseline(),
                SampleReports.withoutBaseline(),
                SampleReports.withExecutions(),
                SampleReports.empty(),
                SampleReports.ofScan());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void nothing_is_lost_between_writing_and_reading(Report report) throws IOException {
        assertThat(JsonReport.parse(json(report))).usingRecursiveComparison().isEqualTo(report);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void what_is_written_is_what_the_schema_says(Report report) throws IOException {
        Schemas.assertValid(Schemas.of(Path.of("..", "docs", "report-schema.json")), json(report));
    }

    @Test
    void the_schema_refuses_what_is_not_so() throws IOException {
        String wrong = json(SampleReports.empty()).replace("\"format\": 1", "\"format\": 2");

        assertThatThrownBy(() -> Schemas.assertValid(Schemas.of(Path.of("..", "docs", "report-schema.json")), wrong))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void what_is_no_report_is_refused_in_words() throws IOException {
        assertThatThrownBy(() -> JsonReport.parse("[]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("found an array, expected an object");
        assertThatThrownBy(() -> JsonReport.parse("{}"))
                .hasMessage("it is JSON, but not a report of aide; those begin with \"format\"");
        assertThatThrownBy(() -> JsonReport.parse("{\"format\": 2, \"aide\": \"9.1\"}"))
                .hasMessage("its format is 2, and this aide reads 1; read it with the aide that wrote it, 9.1");
        assertThatThrownBy(() -> JsonReport.parse("{\"format\": 1}"))
                .hasMessage("found nothing as \"jvms\", expected an array");
        String json = json(SampleReports.withoutBaseline());
        assertThatThrownBy(
                        () -> JsonReport.parse(json.replace("types.argument\",\n   \"level", "no.rule\",\n   \"level")))
                .hasMessage("'no.rule' is not a rule that this aide knows; read it with the aide that wrote it");
        assertThatThrownBy(() -> JsonReport.parse(json.replace("\"count\": 1", "\"count\": \"one\"")))
                .hasMessage("found 'one' as \"count\", expected a whole number");
        assertThatThrownBy(() -> JsonReport.parse(json.replace("\"made\": \"2", "\"made\": \"x2")))
                .hasMessageStartingWith("found 'x2")
                .hasMessageEndingWith("', expected a time");
        assertThatThrownBy(() -> JsonReport.parse(json.replace("\"methodId\": \"place(", "\"methodId\": \"place")))
                .hasMessageContaining("is not a method's name with its descriptor");
        String baseline = json(SampleReports.withBaseline());
        assertThatThrownBy(
                        () -> JsonReport.parse(baseline.replace("\"types.return com.acme.A#a() ", "\"com.acme.A#a() ")))
                .hasMessageStartingWith("it is not rule, method, position and type, ");
        assertThatThrownBy(() -> JsonReport.parse(json.substring(0, 100))).hasMessageStartingWith("it ends too early");
    }

    private static String json(Report report) throws IOException {
        StringWriter out = new StringWriter();
        new JsonFormat().write(report, out);
        return out.toString();
    }
}
