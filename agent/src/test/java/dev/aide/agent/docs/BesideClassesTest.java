package dev.aide.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BesideClassesTest {
    private static final String SHA_1 = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "lib/shop-1.0.jar, lib/shop-1.0-sources.jar",
        "lib/shop-tests.jar, lib/shop-test-sources.jar",
        "com/acme/shop/1.0/shop-1.0-linux.jar, com/acme/shop/1.0/shop-1.0-sources.jar",
        "com.acme/shop/1.0/" + SHA_1 + "/shop-1.0.jar, com.acme/shop/1.0/" + "fedcba9876543210fedcba9876543210fedcba9"
                + "/shop-1.0-sources.jar",
    })
    void a_jar_has_its_sources_where_build_tools_leave_them(String jar, String sources) throws IOException {
        URL location = file(jar).toUri().toURL();
        assertThat(BesideClasses.sources(location)).isNull();

        Path expected = file(sources);
        assertThat(BesideClasses.sources(location)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "shop/target/classes, shop/src/main/java",
        "shop/target/test-classes, shop/src/test/java",
        "shop/build/classes/java/main, shop/src/main/java",
        "shop/build/classes/java/test, shop/src/test/java",
    })
    void a_folder_of_classes_has_them_in_its_project(String classes, String sources) throws IOException {
        URL location = Files.createDirectories(folder.resolve(classes)).toUri().toURL();
        assertThat(BesideClasses.sources(location)).isNull();

        Path expected = Files.createDirectories(folder.resolve(sources));
        assertThat(BesideClasses.sources(location)).isEqualTo(expected);
    }

    @Test
    void the_jar_of_another_library_is_not_taken() throws IOException {
        file("lib/shop-1.1-sources.jar");
        file("lib/other-1.0-sources.jar");

        assertThat(BesideClasses.sources(file("lib/shop-1.0.jar").toUri().toURL()))
                .isNull();
    }

    @Test
    void blanks_in_a_location_need_not_be_escaped() throws IOException {
        Path expected = file("my lib/shop-sources.jar");

        assertThat(BesideClasses.sources(new URL("file:" + file("my lib/shop.jar"))))
                .isEqualTo(expected);
        assertThat(BesideClasses.sources(file("my lib/shop.jar").toUri().toURL()))
                .isEqualTo(expected);
    }

    @Test
    void what_is_no_file_has_none() throws IOException {
        assertThat(BesideClasses.sources(null)).isNull();
        assertThat(BesideClasses.sources(new URL("http://localhost/shop.jar"))).isNull();
        assertThat(BesideClasses.sources(new URL("jar:file:/shop.jar!/BOOT-INF/lib/a.jar!/")))
                .isNull();
    }

    private Path file(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.exists(file) ? file : Files.createFile(file);
    }
}
