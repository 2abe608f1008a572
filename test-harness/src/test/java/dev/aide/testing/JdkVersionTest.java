package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkVersionTest {
    @Test
    void java_8_and_older_start_with_one() {
        assertThat(JdkVersion.parse("\"1.8.0_504\"")).hasValue(8);
    }

    @Test
    void since_java_9_the_first_number_counts() {
        assertThat(JdkVersion.parse("\"11.0.33-ea\"")).hasValue(11);
        assertThat(JdkVersion.parse("\"25\"")).hasValue(25);
        assertThat(JdkVersion.parse("\"26-ea\"")).hasValue(26);
    }

    @Test
    void the_first_line_of_java_version_will_do() {
        assertThat(JdkVersion.parse("openjdk version \"21.0.13.0.3\" 2026-10-24\nOpenJDK Runtime"))
                .hasValue(21);
    }

    @Test
    void no_version_is_no_number() {
        assertThat(JdkVersion.parse("")).isEmpty();
        assertThat(JdkVersion.parse("\"unknown\"")).isEmpty();
    }

    @Test
    void the_release_file_is_read(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Acme\"\nJAVA_VERSION=\"1.8.0_504\"\n");
        assertThat(JdkVersion.of(home)).hasValue(8);
    }

    @Test
    void without_a_release_file_java_is_asked(@TempDir Path home) throws IOException {
        Jdk running = Jdk.running();
        Files.createDirectory(home.resolve("bin"));
        Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nexec '" + running.java() + "' \"$@\"\n");
        assertThat(home.resolve("bin/java").toFile().setExecutable(true)).isTrue();

        assertThat(JdkVersion.of(home)).hasValue(running.feature());
    }
}
