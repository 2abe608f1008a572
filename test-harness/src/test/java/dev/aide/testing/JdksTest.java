package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdksTest {
    @TempDir
    Path folder;

    @Test
    void the_running_jdk_is_always_there() {
        assertThat(Jdks.installed().find(Runtime.version().feature())).contains(Jdk.running());
    }

    @Test
    void a_named_jdk_is_found() throws IOException {
        Path home = jdk("mine", "1.8.0_1");
        assertThat(Jdks.in(home.toString(), List.of()).find(8)).contains(new Jdk(8, home));
    }

    @Test
    void jdks_in_a_named_folder_are_found() throws IOException {
        Path nine = jdk("jdk9", "9.0.4");
        Path ten = jdk("jdk10", "10.0.2");
        Files.createDirectory(folder.resolve("no-jdk"));

        Jdks jdks = Jdks.in(folder.toString(), List.of());
        assertThat(jdks.find(9)).contains(new Jdk(9, nine));
        assertThat(jdks.find(10)).contains(new Jdk(10, ten));
    }

    @Test
    void several_are_named_as_a_path_list() throws IOException {
        String named = jdk("a", "9") + File.pathSeparator + jdk("b", "10") + File.pathSeparator;
        assertThat(Jdks.in(named, List.of()).all()).extracting(Jdk::feature).contains(9, 10);
    }

    @Test
    void of_one_version_the_running_one_wins_then_the_named_one() throws IOException {
        int running = Runtime.version().feature();
        Path named = jdk("named/jdk", "9.0.1");
        Path usual = jdk("usual/jdk", "9.0.4");
        jdk("usual/other", String.valueOf(running));

        Jdks jdks = Jdks.in(named.toString(), List.of(usual.getParent()));
        assertThat(jdks.find(9)).contains(new Jdk(9, named));
        assertThat(jdks.find(running)).contains(Jdk.running());
    }

    @Test
    void a_usual_folder_need_not_be_there() {
        assertThat(Jdks.in("", List.of(folder.resolve("absent"))).all()).containsExactly(Jdk.running());
    }

    @Test
    void a_named_path_without_a_jdk_is_refused() {
        Path wrong = folder.resolve("jkds");
        assertThatThrownBy(() -> Jdks.in(wrong.toString(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("AIDE_JDKS names " + wrong
                        + ", which is neither a JDK (it has no bin/java that runs) nor a folder of JDKs");
    }

    @Test
    void they_are_listed_from_the_oldest_on() throws IOException {
        jdk("b", "10");
        jdk("a", "9");
        assertThat(Jdks.in(folder.toString(), List.of()).all())
                .extracting(Jdk::feature)
                .startsWith(9, 10)
                .hasSize(3);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nexit 1\n");
        assertThat(home.resolve("bin/java").toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
