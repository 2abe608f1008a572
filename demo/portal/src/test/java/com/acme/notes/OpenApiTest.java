package com.acme.notes;

import static com.acme.notes.RunningNotes.data;
import static com.acme.notes.RunningNotes.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
    @TempDir
    Path folder;

    @Test
    void the_document_of_the_whole_program_is_valid() {
        try (RunningNotes notes = RunningNotes.in(folder)) {
            JsonNode document = data(get(notes.visitor(), "/openapi.json"));

            assertThat(new OpenAPIV3Parser().readContents(document.toString()).getMessages())
                    .isEmpty();
            assertThat(document.path("paths").fieldNames())
                    .toIterable()
                    .contains("/api/sign-up", "/api/notes/{id}", "/api/me/keys/{prefix}", "/health/ready", "/metrics");
            assertThat(document.findValuesAsText("operationId"))
                    .hasSizeGreaterThan(20)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void endpoints_are_grouped_by_their_class() {
        try (RunningNotes notes = RunningNotes.in(folder)) {
            JsonNode paths = data(get(notes.visitor(), "/openapi.json")).path("paths");

            assertThat(paths.at("/~1api~1log-in/post/tags").toString()).isEqualTo("[\"Session\"]");
            assertThat(paths.at("/~1api~1notes~1{id}/get/tags").toString()).isEqualTo("[\"Note\"]");
            assertThat(paths.at("/~1health~1ready/get/tags").toString()).isEqualTo("[\"portal\"]");
        }
    }
}
