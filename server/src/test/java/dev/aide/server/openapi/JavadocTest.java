package dev.aide.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.Portal;
import dev.aide.server.gate.Gate;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes whose comments the annotation processor of therapi-runtime-javadoc has kept, and what OpenAPI says of them. */
class JavadocTest {
    private static final String SOURCE = """
            package notes;
            import dev.aide.server.Endpoint;
            import dev.aide.server.bind.RequestBody;
            import dev.aide.server.http.Method;
            import java.util.Optional;
            public final class Notes {
                /**
                 * A note
                 * of a team.
                 *
                 * @param id its number
                 * @param text its words, {@code CommonMark}
                 */
                public record Note(long id, String text) {}

                /**
                 * Reads a {@link Note}, if it is <i>there</i>. Else 404.
                 *
                 *     <p>Deleted notes are not there; {@literal a < b}.
                 *
                 * @param id the note's
                 *     number
                 * @param full with all replies
                 * @return the note
                 */
                @Endpoint(value = "/notes/{id}", gate = "all")
                public Optional<Note> read(long id, Optional<Boolean> full) { return Optional.empty(); }

                /**
                 * Writes one.
                 *
                 * @param text its words
                 */
                @Endpoint(value = "/notes", method = Method.POST, gate = "all", summary = "Adds a note")
                public void write(String text, int priority) {}

                /**
                 * Replaces one.
                 *
                 * @param note what it is then
                 */
                @Endpoint(value = "/notes/{id}", method = Method.PUT, gate = "all")
                public void replace(long id, @RequestBody Note note) {}

                /** Counts them. */
                @Endpoint(value = "/count", gate = "all")
                public int count() { return 0; }

                @Endpoint(value = "/silent", gate = "all", summary = "Says nothing")
                public String silent() { return ""; }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void comments_become_summaries_and_descriptions() throws Exception {
        JsonNode document = described(compiled(SOURCE));

        JsonNode read = document.at("/paths/~1notes~1{id}/get");
        assertThat(read.path("summary").asText()).isEqualTo("Reads a `Note`, if it is there");
        assertThat(read.path("description").asText())
                .isEqualTo("Reads a `Note`, if it is <i>there</i>. Else 404.\n\n<p>Deleted notes are not there;"
                        + " a &lt; b.\n\nGate: open");
        assertThat(read.at("/parameters/0/description").asText()).isEqualTo("the note's\nnumber");
        assertThat(read.at("/parameters/1/description").asText()).isEqualTo("with all replies");
        assertThat(read.at("/responses/200/description").asText()).isEqualTo("the note");
        JsonNode note = document.at("/components/schemas/Note");
        assertThat(note.path("description").asText()).isEqualTo("A note\nof a team.");
        assertThat(note.at("/properties/id/description").asText()).isEqualTo("its number");
        assertThat(note.at("/properties/text/description").asText()).isEqualTo("its words, `CommonMark`");
        assertThat(new OpenAPIV3Parser().readContents(document.toString()).getMessages())
                .isEmpty();
    }

    @Test
    void a_summary_of_its_own_goes_before_the_comment() throws Exception {
        JsonNode write = described(compiled(SOURCE)).at("/paths/~1notes/post");

        assertThat(write.path("summary").asText()).isEqualTo("Adds a note");
        assertThat(write.path("description").asText()).isEqualTo("Writes one.\n\nGate: open");
        JsonNode properties = write.at("/requestBody/content/application~1json/schema/properties");
        assertThat(properties.at("/text/description").asText()).isEqualTo("its words");
        assertThat(properties.path("priority").has("description")).isFalse();
    }

    @Test
    void a_parameter_that_is_the_whole_body_describes_it() throws Exception {
        JsonNode body = described(compiled(SOURCE)).at("/paths/~1notes~1{id}/put/requestBody");

        assertThat(body.path("description").asText()).isEqualTo("what it is then");
    }

    @Test
    void a_comment_of_one_sentence_is_not_said_twice_and_none_is_no_problem() throws Exception {
        JsonNode document = described(compiled(SOURCE));

        assertThat(document.at("/paths/~1count/get/summary").asText()).isEqualTo("Counts them");
        assertThat(document.at("/paths/~1count/get/description").asText()).isEqualTo("Gate: open");
        assertThat(document.at("/paths/~1silent/get/summary").asText()).isEqualTo("Says nothing");
        assertThat(document.at("/paths/~1silent/get/responses/200/description").asText())
                .isEqualTo("What was asked for");
    }

    @Test
    void what_cannot_be_read_is_no_reason_not_to_start() throws Exception {
        Path classes = compiled(SOURCE);
        Files.writeString(classes.resolve("notes/Notes__Javadoc.json"), "<html>");

        JsonNode read = described(classes).at("/paths/~1notes~1{id}/get");

        assertThat(read.path("summary").asText()).isEmpty();
        assertThat(read.path("description").asText()).isEqualTo("Gate: open");
    }

    private Path compiled(String source) throws Exception {
        Path file = folder.resolve("Notes.java");
        Files.writeString(file, source);
        Path classes = Files.createDirectory(folder.resolve("classes"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        said,
                        said,
                        "-parameters",
                        "-classpath",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-processor",
                        "com.github.therapi.runtimejavadoc.scribe.JavadocAnnotationProcessor",
                        "-d",
                        classes.toString(),
                        file.toString());
        assertThat(result).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return classes;
    }

    private static JsonNode described(Path classes) throws Exception {
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()}, JavadocTest.class.getClassLoader());
                Portal portal = Portal.builder()
                        .port(0)
                        .gate("all", Gate.open())
                        .endpoints(
                                loader.loadClass("notes.Notes").getConstructor().newInstance())
                        .docs("Notes", "1", Gate.open())
                        .build()
                        .start();
                InputStream in =
                        URI.create(portal.url() + "/openapi.json").toURL().openStream()) {
            return new ObjectMapper().readTree(in);
        }
    }
}
