package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code java -jar aide.jar scan} to what it says of jars, and to finding what the agent finds. */
class ScanIT {
    private static final Pattern ENTRY = Pattern.compile("\"baselineEntry\": (\".*\")");
    private static final String SHOP = """
            package com.acme;

            public class Shop {
                static {
                    System.out.println("a scanned class ran");
                }

                void draw(int width, int height) {
                    resize(height, width);
                }

                void resize(int width, int height) {}
            }
            """;
    private static final String SUMMARY = """

            aide scan of app.war · warn · ** (by default; aide.include changes it)
              classes     judged 1 · out of scope 1 · not judged 0
              found       1 finding
                convention.swapped  1: no call passes variables named as other parameters
            """;
    private static final String LINE =
            "com/acme/Shop.java:9: convention.swapped: com.acme.Shop.draw(int width, int height) calls Shop.resize the"
                    + " wrong way round: com.acme.Shop.resize(width, height) is given height as width, width as height"
                    + " (Shop.java:9)\n";

    @TempDir
    Path folder;

    private Path war;

    @BeforeEach
    void writeProgram() throws IOException {
        CompiledClasses classes =
                JavaSources.release(8).source("com.acme.Shop", SHOP).compile();
        Path library = classes.writeJar(folder.resolve("library.jar"));
        war = folder.resolve("app.war");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
            zip.putNextEntry(new ZipEntry("WEB-INF/classes/com/acme/Shop.class"));
            zip.write(classes.byName().get("com.acme.Shop"));
            zip.putNextEntry(new ZipEntry("WEB-INF/lib/library.jar"));
            zip.write(Files.readAllBytes(library));
        }
    }

    @JdkTest
    void judges_a_war_and_leaves_nothing_behind_but_reports(Jdk jdk) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Path out = folder.resolve("out");

        Outcome outcome = ForkedJvm.on(jdk)
                .property("java.io.tmpdir", temporary.toString())
                .jar(AgentJar.path())
                .args(
                        "scan",
                        war.toString(),
                        "-Daide.report=" + out.resolve("aide.html") + "," + out.resolve("aide.sarif") + ","
                                + out.resolve("aide.json") + "," + out.resolve("aide.xml"))
                .run()
                .expectExit(1);

        assertThat(outcome.stdout()).isEqualTo(LINE + SUMMARY);
        assertThat(outcome.stderr()).isEmpty();
        assertThat(out.resolve("aide.html")).content().contains("<!DOCTYPE html>", "Shop.resize the wrong way round");
        assertThat(out.resolve("aide.sarif")).content().contains("\"uri\": \"com/acme/Shop.java\"", "\"startLine\": 9");
        assertThat(out.resolve("aide.json")).content().contains("\"program\": \"app.war\"", "\"classesJudged\": 1");
        assertThat(out.resolve("aide.xml")).content().contains("failures=\"1\"", "judged 1 classes");
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("aide")))
                    .isEmpty();
        }
    }

    @JdkTest({8, 17, 25})
    void finds_in_a_jar_what_the_agent_finds_in_the_same_classes(Jdk jdk) throws IOException {
        Path jar = Jars.path("antlr4-runtime.jar");
        Path ofAgent = folder.resolve("agent.json");
        Path ofScan = folder.resolve("scan.json");
        String[] rules = {"aide.rule.convention", "aide.rule.arity.declared", "aide.rule.docs"};
        ForkedJvm agent = ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .property("aide.include", "org.antlr.**")
                .property("aide.mode", "warn")
                .property("aide.arity.max", "4")
                .property("aide.report", ofAgent.toString());
        ForkedJvm scan = ForkedJvm.on(jdk)
                .property("aide.include", "org.antlr.**")
                .property("aide.arity.max", "4")
                .property("aide.report", ofScan.toString());
        for (String rule : rules) {
            agent = agent.property(rule, "warn");
            scan = scan.property(rule, "warn");
        }

        agent.classpath(JarLinker.SOURCES.compile().writeTo(folder.resolve("linker")), jar)
                .main(JarLinker.MAIN)
                .args(jar.toString())
                .run()
                .expectExit(0);
        scan.jar(AgentJar.path()).args("scan", jar.toString()).run().expectExit(1);

        assertThat(ofAgent).content().contains("\"classesNotJudged\": 0");
        assertThat(entries(ofScan)).hasSizeGreaterThan(50).isEqualTo(entries(ofAgent));
    }

    @Test
    void the_exit_code_tells_ci_what_is_new_and_what_is_broken() throws IOException {
        String baseline = "-Daide.baseline=" + folder.resolve("aide-baseline.txt");
        Path broken = Files.writeString(folder.resolve("broken.jar"), "not a jar");

        assertThat(scan("--fail-on=enforce").expectExit(0).stdout()).isEqualTo(LINE + SUMMARY);
        scan("--fail-on=never", "-Drule.convention=enforce").expectExit(0);
        scan("--fail-on=enforce", "-Drule.convention=enforce").expectExit(1);
        scan(baseline, "-Daide.baseline.update=true").expectExit(0);
        scan(baseline).expectExit(0);
        Outcome outcome = scan(broken.toString(), baseline).expectExit(3);
        assertThat(outcome.stderr())
                .startsWith("aide: " + broken + " cannot be read as a jar: ")
                .hasLineCount(1);
        assertThat(scan("-Daide.include=org.elsewhere.**").expectExit(2).stderr())
                .isEqualTo(
                        "aide: no class was in scope, so nothing was judged; name jars or folders that hold classes, and"
                                + " set aide.include to your packages, such as com.acme.**\n");
        assertThat(scan("-Daide.mode=off").expectExit(0).stdout()).isEqualTo("aide.mode=off: nothing is judged\n");
    }

    @JdkTest({8, 17, 25})
    void progress_is_shown_on_a_terminal_and_nowhere_else(Jdk jdk) throws Exception {
        Path script = Path.of("/usr/bin/script");
        assumeTrue(Files.isExecutable(script), "SKIPPED: a terminal is made by script, of util-linux");
        Path jar = Jars.path("guava.jar");
        String command = jdk.java() + " -jar " + AgentJar.path() + " scan " + jar + " --list=0 --fail-on=never";

        Process process = new ProcessBuilder(script.toString(), "-qec", command, "/dev/null")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();

        assertThat(process.exitValue()).as(shown).isZero();
        assertThat(shown).contains("aide: 1 of 2002 classes\r").contains("aide scan of guava.jar");
        assertThat(ForkedJvm.on(jdk)
                        .jar(AgentJar.path())
                        .args("scan", jar.toString(), "--list=0", "--fail-on=never")
                        .run()
                        .expectExit(0)
                        .stderr())
                .isEmpty();
    }

    private Outcome scan(String... more) {
        return ForkedJvm.on(Jdk.running())
                .jar(AgentJar.path())
                .args(Stream.concat(Stream.of("scan", war.toString()), Stream.of(more))
                        .toArray(String[]::new))
                .run();
    }

    private static List<String> entries(Path report) throws IOException {
        return ENTRY.matcher(Files.readString(report))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
