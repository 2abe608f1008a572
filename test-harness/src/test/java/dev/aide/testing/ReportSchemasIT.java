package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what the packaged jar writes, as an agent, by scan and by report, to the schemas of SARIF and of aide's JSON. */
class ReportSchemasIT {
    private static final String SELL = "types.argument fixture.Shop#sell(List) articles[] Integer";
    private static final String GONE = "types.argument fixture.Shop#sold(List) articles[] Integer";

    @TempDir
    static Path classes;

    private static Schema ofSarif;
    private static Schema ofJson;

    @TempDir
    Path folder;

    private Path sarif;
    private Path json;

    @BeforeAll
    static void prepare() throws IOException {
        ShopProgram.writtenTo(classes);
        ofSarif = schema("sarif.schema");
        ofJson = schema("report.schema");
    }

    private static Schema schema(String property) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of(System.getProperty(property))));
    }

    @BeforeEach
    void name() {
        sarif = folder.resolve("aide.sarif");
        json = folder.resolve("aide.json");
    }

    @JdkTest
    void of_a_program_under_the_agent(Jdk jdk) throws IOException {
        Path baseline = Files.write(folder.resolve("aide-baseline.txt"), List.of(SELL, GONE));

        run(new ShopProgram(classes).underAgent(jdk).property("aide.baseline", baseline.toString()));

        JsonNode results = checkedResults();
        assertThat(results).hasSizeGreaterThan(2);
        assertThat(results)
                .allSatisfy(result -> assertThat(result.path("baselineState").asText())
                        .isEqualTo(fingerprint(result).equals(SELL) ? "unchanged" : "new"));
        assertThat(results)
                .extracting(ReportSchemasIT::fingerprint)
                .contains(SELL, "types.return fixture.Shop#stock(List) result[] Integer")
                .doesNotContain(GONE);
    }

    @JdkTest({8, 17, 25})
    void of_a_program_where_nothing_was_found(Jdk jdk) throws IOException {
        run(new ShopProgram(classes).underAgent(jdk).property("aide.include", "org.elsewhere.**"));

        assertThat(checkedResults()).isEmpty();
    }

    @JdkTest({8, 17, 25})
    void of_a_scan(Jdk jdk) throws IOException {
        aide(
                jdk,
                "scan",
                Jars.path("antlr4-runtime.jar").toString(),
                "-Daide.rule.convention=warn",
                "--fail-on=never",
                "-Daide.report=" + sarif + "," + json);

        JsonNode results = checkedResults();
        assertThat(results).hasSizeGreaterThan(50);
        assertThat(results)
                .allSatisfy(result -> assertThat(result.has("baselineState")).isFalse());
    }

    @Test
    void of_reports_that_are_merged() throws IOException {
        Path runs = folder.resolve("runs");
        for (int run = 0; run < 2; run++) {
            new ShopProgram(classes)
                    .underAgent()
                    .property("aide.report", runs.resolve("%p.json").toString())
                    .run()
                    .expectExit(0);
        }
        Path baseline = Files.write(folder.resolve("aide-baseline.txt"), List.of(SELL));

        Outcome merged = ForkedJvm.on(Jdk.running())
                .jar(AgentJar.path())
                .args("report", runs.toString(), "--baseline", baseline.toString(), "-o", sarif + "," + json)
                .run()
                .expectExit(1);

        assertThat(merged.stderr()).isEmpty();
        assertThat(checkedResults())
                .extracting(result -> result.path("baselineState").asText())
                .contains("unchanged", "new");
        assertThat(read(json).path("jvms")).hasSize(2);
    }

    @Test
    void the_schemas_refuse_what_is_not_so() throws IOException {
        run(new ShopProgram(classes).underAgent());

        assertThat(ofSarif.validate(
                        Files.readString(sarif).replace("\"level\": \"warning\"", "\"level\": \"bad\""),
                        InputFormat.JSON))
                .isNotEmpty();
        assertThat(ofJson.validate(Files.readString(json).replace("\"rule\"", "\"rules\""), InputFormat.JSON))
                .isNotEmpty();
    }

    /** Returns the results of the SARIF file, once both files are what their schemas say and all that code-scanning pages need. */
    private JsonNode checkedResults() throws IOException {
        assertThat(ofSarif.validate(Files.readString(sarif), InputFormat.JSON)).isEmpty();
        assertThat(ofJson.validate(Files.readString(json), InputFormat.JSON)).isEmpty();

        JsonNode run = read(sarif).path("runs").path(0);
        JsonNode rules = run.path("tool").path("driver").path("rules");
        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.path("help").path("text").asText()).isNotBlank();
            assertThat(rule.path("help").path("markdown").asText())
                    .startsWith("**" + rule.path("id").asText() + "**: ");
        });
        JsonNode results = run.path("results");
        assertThat(results).allSatisfy(result -> {
            assertThat(rules.path(result.path("ruleIndex").asInt()).path("id"))
                    .as("the rule that has its help")
                    .isEqualTo(result.path("ruleId"));
            assertThat(fingerprint(result)).startsWith(result.path("ruleId").asText() + " ");
        });
        assertThat(results).extracting(ReportSchemasIT::fingerprint).doesNotHaveDuplicates();
        return results;
    }

    private static String fingerprint(JsonNode result) {
        return result.path("partialFingerprints").path("aideFinding/v1").asText();
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private void run(ForkedJvm program) {
        program.property("aide.report", sarif + "," + json).run().expectExit(0);
    }

    private static void aide(Jdk jdk, String... arguments) {
        ForkedJvm.on(jdk).jar(AgentJar.path()).args(arguments).run().expectExit(0);
    }
}
