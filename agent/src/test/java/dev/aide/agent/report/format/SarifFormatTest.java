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
                .containsExactly("new", "unchanged", "new", "absent", "absent", "absent");
        assertThat(results(SampleReports.withoutBaseline()).get(0).has("baselineState"))
                .isFalse();
    }

    @Test
    void what_is_proven_to_be_gone_from_the_baseline_is_absent() throws IOException {
        List<JsonObject> absent = results(SampleReports.withBaseline()).subList(3, 6);

        assertThat(absent)
                .extracting(result -> result.object("message").string("text"))
                .containsExactly(
                        "known finding that was not found when its method was judged, in com.acme.A#d(int)",
                        "known finding that did not come in at least 300 executions, in com.acme.A#b()",
                        "known finding that is of a method that its class does not have any more, in com.acme.A#c(List)");
        assertThat(absent.get(1).string("ruleId")).isEqualTo("types.return");
        assertThat(absent).extracting(result -> result.string("kind")).containsOnly("pass");
        assertThat(absent).extracting(result -> result.string("level")).containsOnly("none");
        assertThat(absent.get(1).object("partialFingerprints").members())
                .isEqualTo(Map.of("aideFinding/v1", "types.return com.acme.A#b() result String"));
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
    void a_caller_without_source_has_no_physical_location() throws IOException {
        assertThat(results(SampleReports.withBaseline())
                        .get(2)
                        .objects("locations")
                        .get(0)
                        .has("physicalLocation"))
                .isFalse();
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
        assertThat(results.get(2).objects("locations").get(0).has("physicalLocation"))
                .isFalse();
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
