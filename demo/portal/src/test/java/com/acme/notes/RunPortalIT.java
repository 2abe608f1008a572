package com.acme.notes;

import static com.acme.notes.RunningNotes.accountOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.testing.AgentJar;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program by {@code demo/run-portal}, with what this build has made, and calls it by curl as the README does. */
class RunPortalIT {
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final String READY = "Notes: ";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @BeforeAll
    static void require() {
        boolean isThere = Files.isExecutable(Path.of("/bin/bash")) && isOnPath("curl");
        if (!isThere) {
            System.err.println("WARNING: there is no bash or no curl, RunPortalIT is SKIPPED");
        }
        assumeTrue(isThere, "bash and curl are installed");
    }

    private static boolean isOnPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, name)));
    }

    @Test
    void the_script_starts_the_program_and_curl_writes_and_finds_a_note() throws Exception {
        Process process = start();
        try {
            await().atMost(LONG).until(() -> ready().length() > 0 || !process.isAlive());
            assertThat(process.isAlive()).as(text("stderr")).isTrue();
            String url = ready();
            JsonNode pair = curl("-d", JSON.writeValueAsString(accountOf("Ada")), url + "/api/sign-up");
            String bearer = "Authorization: Bearer " + pair.path("accessToken").asText();
            String key = "X-API-Key: "
                    + curl("-H", bearer, "-d", "{\"name\":\"curl\",\"mayWrite\":true}", url + "/api/me/keys")
                            .path("key")
                            .asText();

            curl("-H", key, "-d", "{\"title\":\"Groceries\",\"text\":\"tea\"}", url + "/api/notes");

            assertThat(curl("-H", key, url + "/api/notes?words=tea").findValuesAsText("title"))
                    .containsExactly("Groceries");
            assertThat(curl("-H", key, url + "/api/notes?words=coffee")).isEmpty();
            assertThat(folder.resolve("data/notes.db")).exists();
        } finally {
            // the script has become the program: this is Ctrl-C
            process.toHandle().destroy();
            if (!process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
        assertThat(text("stderr"))
                .doesNotContain("ERROR", "run-portal: building")
                .contains("aide summary  strict", "violations  0 of 0 kinds");
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/bash",
                        System.getProperty("portal.script"),
                        "-Dnotes.port=0",
                        "-Dnotes.folder=" + folder.resolve("data"))
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile());
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> name.startsWith("AIDE_") || name.startsWith("NOTES_"));
        variables.put("AIDE_JAR", AgentJar.path().toString());
        variables.put("PORTAL_JAR", System.getProperty("portal.jar"));
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private String ready() throws IOException {
        return text("stdout")
                .lines()
                .filter(line -> line.startsWith(READY))
                .map(line -> line.substring(READY.length()))
                .findFirst()
                .orElse("");
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** What curl was answered, with JSON for JSON; a refusal fails the test. */
    private static JsonNode curl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "curl", "-sS", "--fail-with-body", "--max-time", "120", "-H", "Content-Type: application/json"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return JSON.readTree(said);
    }
}
