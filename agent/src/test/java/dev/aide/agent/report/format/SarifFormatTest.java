package dev.aide.agent.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import dev.aide.agent.config.Level;
import dev.aide.agent.json.JsonParser;
import dev.aide.agent.report.Report;
import dev.aide.agent.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SarifFormatTest {
    @Test
    void is_valid_by_the_schema_of_the_standard() throws IOException {
        Schema schema = schema();

        for (Report report : List.of(
                SampleReports.withBaseline(),
                SampleReports.withoutBaseline(),
                SampleReports.empty(),
                SampleReports.ofScan())) {
            Schemas.assertValid(schema, sarif(report));
        }
        assertThatThrownBy(() -> Schemas.assertValid(
                        schema, sarif(SampleReports.withBaseline()).replace("\"unchanged\"", "\"known\"")))
                .as("the schema is one that refuses")
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_result_says_where_what_and_whether_it_is_new() throws IOException {
        JsonObject enforced = results(SampleReports.withBaseline()).get(0);

        assertThat(enforced.string("ruleId")).isEqualTo("types.argument");
        assertThat(enforced.string("level")).isEqualTo("error");
        assertThat(enforced.string("baselineState")).isEqualTo("new");
        assertThat(enforced.number("occurrenceCount")).isEqualTo(5);
        assertThat(enforced.object("message").string("text"))
                .isEqualTo("lines[] is java.lang.String, declared com.acme.OrderLine,"
                        + " in com.acme.OrderService.place(List<OrderLine> lines, Customer customer)");
        JsonObject location = enforced.objects("locations").get(0);
        JsonObject physical = location.object("physicalLocation");
        assertThat(physical.object("artifactLocation").members())
                .isEqualTo(Map.of("uri", "com/acme/web/CheckoutServlet.java", "uriBaseId", "SRCROOT"));
        assertThat(physical.object("region").number("startLine")).isEqualTo(88);
        assertThat(location.objects("logicalLocations").get(0).string("fullyQualifiedName"))
                .isEqualTo("com.acme.OrderService.place(Ljava/util/List;Lcom/acme/Customer;)V");
    }

    @Test
    void what_the_baseline_knows_is_unchanged() throws IOException {
        assertThat(results(SampleReports.withBaseline()))
                .extracting(result -> result.string("baselineState"))
                .as("what is gone is left out: code-scanning pages show each result, and take what left for mended")
                .containsExactly("new", "unchanged", "new");
        assertThat(results(SampleReports.withoutBaseline()).get(0).has("baselineState"))
                .isFalse();
    }

    @Test
    void fingerprints_hold_no_line_number_and_no_count() throws IOException {
        StackTraceElement elsewhere = new StackTraceElement("com.acme.Other", "run", "Other.java", 5);
        Report later =
                SampleReports.report(null, SampleReports.finding("place", "lines[]", Level.WARN, false, 99, elsewhere));

        JsonObject fingerprints = results(SampleReports.withBaseline()).get(0).object("partialFingerprints");

        assertThat(fingerprints.members())
                .isEqualTo(Map.of(
                        "aideFinding/v1", "types.argument com.acme.OrderService#place(List,Customer) lines[] String"))
                .isEqualTo(results(later).get(0).object("partialFingerprints").members());
    }

    @Test
    void each_result_stands_somewhere_since_pages_refuse_the_file_otherwise() throws IOException {
        StackTraceElement unknown = new StackTraceElement("com.acme.Web", "post", null, -1);
        Report report = SampleReports.report(
                null, SampleReports.finding("place", "lines[]", Level.WARN, false, 1, unknown, unknown));

        assertThat(physical(results(report).get(0)).object("artifactLocation").members())
                .as("neither caller nor class file name a source")
                .isEqualTo(Map.of("uri", "com/acme/OrderService.java", "uriBaseId", "SRCROOT"));
        assertThat(results(report).get(0).objects("relatedLocations")).isEmpty();
        for (Report each : List.of(SampleReports.withBaseline(), SampleReports.ofScan())) {
            assertThat(results(each)).allSatisfy(result -> {
                assertThat(physical(result).object("artifactLocation").string("uri"))
                        .isNotEmpty();
                assertThat(physical(result).object("region").number("startLine"))
                        .isPositive();
            });
        }
    }

    @Test
    void what_stands_in_a_class_file_is_shown_in_its_source() throws IOException {
        List<JsonObject> results = results(SampleReports.ofScan());

        assertThat(physical(results.get(0)).object("artifactLocation").members())
                .isEqualTo(Map.of("uri", "shop/src/main/java/com/acme/OrderService.java"));
        assertThat(physical(results.get(0)).object("region").number("startLine"))
                .isEqualTo(12);
        assertThat(physical(results.get(1)).object("artifactLocation").members())
                .isEqualTo(Map.of("uri", "com/acme/OrderService.java", "uriBaseId", "SRCROOT"));
        assertThat(physical(results.get(1)).object("region").number("startLine"))
                .as("code-scanning pages ask for a line, and an abstract method has none")
                .isEqualTo(1);
    }

    private static JsonObject physical(JsonObject result) {
        return result.objects("locations").get(0).object("physicalLocation");
    }

    @Test
    void each_rule_comes_with_help() throws IOException {
        List<JsonObject> rules =
                run(SampleReports.empty()).object("tool").object("driver").objects("rules");

        assertThat(rules)
                .extracting(rule -> rule.string("id"))
                .containsExactlyElementsOf(Rule.strictness().keySet());
        assertThat(rules)
                .allSatisfy(
                        rule -> assertThat(rule.object("help").string("text")).isNotBlank());
        assertThat(rules)
                .extracting(rule -> rule.object("fullDescription").string("text"))
                .containsExactlyElementsOf(
                        Stream.of(Rule.values()).map(Rule::summary).toList());
    }

    @Test
    void paths_are_escaped_as_uris() {
        assertThat(UriText.escaped("com/acme/Order$Line.java")).isEqualTo("com/acme/Order$Line.java");
        assertThat(UriText.escaped("a b#ä%.kt")).isEqualTo("a%20b%23%C3%A4%25.kt");
    }

    private static Schema schema() throws IOException {
        try (InputStream in = SarifFormatTest.class.getResourceAsStream("sarif-schema-2.1.0.json")) {
            return Schemas.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<JsonObject> results(Report report) throws IOException {
        return run(report).objects("results");
    }

    private static JsonObject run(Report report) throws IOException {
        return JsonObject.of(JsonParser.parse(sarif(report))).objects("runs").get(0);
    }

    private static String sarif(Report report) throws IOException {
        StringWriter out = new StringWriter();
        new SarifFormat().write(report, out);
        return out.toString();
    }
}
