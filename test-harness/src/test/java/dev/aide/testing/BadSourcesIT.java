package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources of documentation that cannot be read: one problem names the file, nothing is blamed, the program runs on. */
class BadSourcesIT {
    private static final String SHOP = """
            package fixture;

            public class Shop {
                /** Sells it. */
                public static void sell(int article) {}

                public static void refund(int article) {}

                /** Runs. */
                public static void main(String[] args) {
                    sell(1);
                    refund(1);
                    System.out.println("ran");
                }
            }
            """;

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void compile() {
        jar = JavaSources.release(8).source("fixture.Shop", SHOP).compile().writeJar(folder.resolve("shop.jar"));
    }

    @JdkTest
    void a_sources_jar_that_is_none(Jdk jdk) throws IOException {
        Path sources = Files.writeString(folder.resolve("shop-sources.jar"), "PK is how a jar begins");

        expectProblem(
                program(jdk, jar).run(),
                sources + " cannot be read as a jar (",
                "): documentation is not judged by it");
    }

    @JdkTest
    void a_source_that_does_not_parse(Jdk jdk) throws IOException {
        Path sources = write("sources/fixture/Shop.java", SHOP.replace("int article) {}", "int ) {}"));

        expectProblem(
                program(jdk, jar)
                        .property("aide.docs.sources", folder.resolve("sources").toString())
                        .run(),
                sources + " is no Java source that can be read (line 5: ",
                "): documentation is not judged by it");
    }

    @JdkTest
    void a_javadoc_json_that_is_no_json(Jdk jdk) throws IOException {
        write("json/fixture/Shop__Javadoc.json", "methods: none");

        expectProblem(
                program(jdk, folder.resolve("json"), jar).run(),
                "fixture/Shop__Javadoc.json is not what therapi-runtime-javadoc writes (",
                "): compile its class again; until then its documentation is not judged by it");
    }

    @JdkTest({8, 17, 25})
    void an_index_that_is_damaged(Jdk jdk) throws IOException {
        Path index = write("shop.aidedocs", "no index");

        expectProblem(
                program(jdk, jar)
                        .property("aide.docs.sources", index.toString())
                        .run(),
                index + " cannot be used (it is no index of documentation): ",
                "build it again with this version of aide; documentation is not judged by it");
    }

    @JdkTest({8, 17, 25})
    void sources_that_are_not_there(Jdk jdk) {
        Path gone = folder.resolve("gone");

        expectProblem(
                program(jdk, jar).property("aide.docs.sources", gone.toString()).run(),
                "aide.docs.sources: " + gone + " is not there",
                "; name a jar, a folder or an index");
    }

    @Test
    void a_folder_that_must_not_be_read() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "SKIPPED: needs setpriv");
        Path hidden = write("sources/fixture/Shop.java", SHOP).getParent();
        Path aide = Files.copy(AgentJar.path(), folder.resolve("aide.jar"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("---------"));
        ForkedJvm program = ForkedJvm.on(Jdk.running())
                .agent(aide)
                .property("aide.docs.sources", folder.resolve("sources").toString())
                .property("aide.rule.docs.missing", "enforce")
                .classpath(jar)
                .main("fixture.Shop");
        try (LiveJvm jvm = LiveJvm.start(program, asNobody())) {
            assertThat(jvm.awaitExit()).isZero();
            assertThat(jvm.stdout()).isEqualTo("ran\n");
            assertThat(problems(jvm.stderr()))
                    .containsExactly(folder.resolve("sources") + " or a folder in it must not be read by this user:"
                            + " documentation is not judged by it");
        } finally {
            Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @JdkTest({8, 17, 25})
    void a_cache_that_is_damaged_is_made_again(Jdk jdk) throws IOException {
        Path cache = folder.resolve("cache");
        writeSourcesJar();
        ForkedJvm cached = program(jdk, jar).property("aide.docs.cache", cache.toString());
        cached.run().expectExit(0);
        Path kept = onlyFile(cache);
        byte[] whole = Files.readAllBytes(kept);
        Files.write(kept, new byte[] {1, 2, 3});

        Outcome outcome = cached.run().expectExit(0);

        assertThat(problems(outcome.stderr())).isEmpty();
        assertThat(outcome.stderr()).contains("docs.missing  1 kind", "fixture.Shop.refund(int article)");
        assertThat(kept).hasBinaryContent(whole);
    }

    @JdkTest({8, 17, 25})
    void a_cache_that_is_no_folder(Jdk jdk) throws IOException {
        writeSourcesJar();
        Path cache = write("cache", "a file");

        Outcome outcome = program(jdk, jar)
                .property("aide.docs.cache", cache.toString())
                .run()
                .expectExit(0);

        assertThat(problems(outcome.stderr()))
                .singleElement()
                .asString()
                .startsWith("aide.docs.cache: nothing can be kept in " + cache + " (");
        assertThat(outcome.stderr()).as("it is judged all the same").contains("docs.missing  1 kind");
    }

    /** With a report, for which the end of a program waits until all is judged. */
    private ForkedJvm program(Jdk jdk, Path... classpath) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .property("aide.report", folder.resolve("aide.json").toString())
                .classpath(classpath)
                .main("fixture.Shop");
    }

    private static void expectProblem(Outcome outcome, String start, String end) {
        assertThat(outcome.expectExit(0).stdout()).isEqualTo("ran\n");
        assertThat(problems(outcome.stderr()))
                .singleElement()
                .asString()
                .startsWith(start)
                .endsWith(end);
        assertThat(outcome.stderr()).doesNotContain("docs.missing", "docs.stale", "not judged  ");
    }

    private static List<String> problems(String stderr) {
        return stderr.lines()
                .filter(line -> line.startsWith("  problem     "))
                .map(line -> line.substring("  problem     ".length()))
                .toList();
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void writeSourcesJar() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("shop-sources.jar")))) {
            zip.putNextEntry(new ZipEntry("fixture/Shop.java"));
            zip.write(SHOP.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    /** Permissions do not bind root: then the JVM runs as somebody else. */
    private static String[] asNobody() {
        return System.getProperty("user.name").equals("root")
                ? new String[] {"/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"}
                : new String[0];
    }
}
