package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each source of documentation is found and believed; {@code BadSourcesIT} has those that cannot be read. */
class DocSourcesIT {
    private static final String SHOP = """
            package fixture;

            public class Shop {
                /** Sells it. */
                public static void sell(int article) {}

                public static void refund(int article) {}

                public static void main(String[] args) {
                    sell(1);
                    refund(1);
                }
            }
            """;
    private static final String REFUND_IS_MISSING = """
                docs.missing  1 kind: each public or protected method of a public type is documented
                  fixture.Shop.refund(int article)
                      has no documentation, and others can call it
            """;

    /** What a JVM that says which classes it loads has to say where the compiler parsed. */
    private static final String JDK_PARSER = "com.sun.tools.javac.parser.JavacParser";

    @TempDir
    Path folder;

    private CompiledClasses shop;

    @BeforeEach
    void compile() {
        shop = JavaSources.release(8).source("fixture.Shop", SHOP).compile();
    }

    @JdkTest
    void a_jar_of_sources_is_found_where_build_tools_leave_it(Jdk jdk) throws IOException {
        Map<String, String> layouts = Map.of(
                "lib/shop.jar",
                "lib/shop-sources.jar",
                "repository/com/acme/shop/1.0/shop-1.0.jar",
                "repository/com/acme/shop/1.0/shop-1.0-sources.jar",
                "repository/com/acme/shop/2.0/shop-2.0-jdk8.jar",
                "repository/com/acme/shop/2.0/shop-2.0-sources.jar",
                "files-2.1/com.acme/shop/1.0/9c2f1d0e5ab3478c9d0e1f2a3b4c5d6e7f809112/shop-1.0.jar",
                "files-2.1/com.acme/shop/1.0/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567/shop-1.0-sources.jar");
        for (Map.Entry<String, String> layout : layouts.entrySet()) {
            Path jar = shop.writeJar(parents(folder.resolve(layout.getKey())));
            writeSources(folder.resolve(layout.getValue()));

            assertThat(run(program(jdk).classpath(jar)).stderr())
                    .as(layout.getKey())
                    .contains(REFUND_IS_MISSING)
                    .doesNotContain("problem", "Shop.sell(");
        }
    }

    @JdkTest({8, 17, 25})
    void a_jar_of_sources_of_another_artifact_says_nothing(Jdk jdk) throws IOException {
        Path jar = shop.writeJar(parents(folder.resolve("lib/shop.jar")));
        writeSources(folder.resolve("lib/shopping-sources.jar"));

        assertThat(run(program(jdk).classpath(jar)).stderr()).doesNotContain("docs.missing");
    }

    @JdkTest
    void the_parser_of_the_jdk_reads_them_and_not_silently_the_skimmer(Jdk jdk) throws IOException {
        Path jar = shop.writeJar(folder.resolve("shop.jar"));
        writeSources(folder.resolve("shop-sources.jar"));

        Outcome outcome = run(program(jdk).jvmOption("-verbose:class").classpath(jar));

        assertThat(outcome.stdout().lines().filter(line -> line.contains(JDK_PARSER + " ")))
                .singleElement()
                .asString()
                .contains(jdk.feature() == 8 ? "/lib/tools.jar" : "jrt:/jdk.compiler");
        assertThat(outcome.stdout()).doesNotContain("dev.aide.agent.docs.source.Skimmer ");
        assertThat(outcome.stderr()).contains(REFUND_IS_MISSING);
    }

    @JdkTest(8)
    void a_jre_which_has_no_parser_reads_them_by_the_skimmer(Jdk jdk) throws IOException {
        Jdk jre = new Jdk(8, copy(jdk.home().resolve("jre"), folder.resolve("jre")));
        Path jar = shop.writeJar(folder.resolve("shop.jar"));
        writeSources(folder.resolve("shop-sources.jar"));

        Outcome outcome = run(program(jre).jvmOption("-verbose:class").classpath(jar));

        assertThat(outcome.stdout())
                .contains("dev.aide.agent.docs.source.Skimmer ")
                .doesNotContain("com.sun.tools.javac");
        assertThat(outcome.stderr()).contains(REFUND_IS_MISSING).doesNotContain("problem");
    }

    @JdkTest
    void annotations_in_the_class_file_document_whatever_sources_say(Jdk jdk) throws IOException {
        String source = """
                package fixture;
                public class Shop {
                    @dev.aide.Doc("Sells it.") public static void doc() {}
                    @dev.aide.Doc(" ") public static void blankDoc() {}
                    @io.swagger.v3.oas.annotations.Operation(summary = "Sells it.") public static void operation() {}
                    @io.swagger.v3.oas.annotations.Operation(description = "Sells it.") public static void described() {}
                    @io.swagger.v3.oas.annotations.Operation(operationId = "sell") public static void named() {}
                    @io.swagger.annotations.ApiOperation("Sells it.") public static void apiOperation() {}
                    @io.swagger.annotations.ApiOperation(value = "", notes = "Sells it.") public static void notes() {}
                    @io.swagger.annotations.ApiOperation("") public static void blankApiOperation() {}
                    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "Sells it.")
                    public static void microprofile() {}
                    @org.eclipse.microprofile.openapi.annotations.Operation(hidden = true)
                    public static void hidden() {}
                    public static void main(String[] args) {}
                }
                """;
        Path jar = JavaSources.release(8)
                .classpath(
                        AgentJar.path(),
                        Jars.path("swagger-annotations.jar"),
                        Jars.path("swagger-annotations-1.jar"),
                        Jars.path("microprofile-openapi-api.jar"))
                .options("-Xlint:none")
                .source("fixture.Shop", source)
                .compile()
                .writeJar(folder.resolve("shop.jar"));
        writeSources(folder.resolve("shop-sources.jar"), source);

        assertThat(missing(run(program(jdk).classpath(jar))))
                .containsExactlyInAnyOrder("blankDoc()", "named()", "blankApiOperation()", "hidden()");
    }

    @JdkTest
    void what_therapi_kept_beside_the_class_is_believed(Jdk jdk) throws IOException {
        Path sources = Files.writeString(parents(folder.resolve("fixture/Shop.java")), SHOP);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String processor = Jars.path("therapi-runtime-javadoc-scribe.jar")
                + File.pathSeparator
                + Jars.path("therapi-runtime-javadoc.jar");
        int exit = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--release",
                        "8",
                        "-g",
                        "-Xlint:none",
                        "-processorpath",
                        processor,
                        "-d",
                        classes.toString(),
                        sources.toString());
        assertThat(exit).isZero();
        assertThat(classes.resolve("fixture/Shop__Javadoc.json")).content().contains("Sells it.");

        assertThat(run(program(jdk).classpath(classes)).stderr())
                .contains(REFUND_IS_MISSING)
                .doesNotContain("problem", "Shop.sell(");
        Files.delete(classes.resolve("fixture/Shop__Javadoc.json"));
        assertThat(run(program(jdk).classpath(classes)).stderr())
                .as("there is no other source")
                .doesNotContain("docs.missing");
    }

    private static Stream<String> missing(Outcome outcome) {
        return outcome.stderr()
                .lines()
                .dropWhile(line -> !line.startsWith("    docs.missing "))
                .filter(line -> line.startsWith("      fixture.Shop."))
                .map(line -> line.substring("      fixture.Shop.".length()));
    }

    /** With a report, for which the end of a program waits until all is judged. */
    private ForkedJvm program(Jdk jdk) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .property("aide.report", folder.resolve("aide.json").toString())
                .main("fixture.Shop");
    }

    private static Outcome run(ForkedJvm program) {
        return program.run().expectExit(0);
    }

    private static void writeSources(Path jar) throws IOException {
        writeSources(jar, SHOP);
    }

    private static void writeSources(Path jar, String source) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(parents(jar)))) {
            zip.putNextEntry(new ZipEntry("fixture/Shop.java"));
            zip.write(source.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Path parents(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return file;
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }
}
