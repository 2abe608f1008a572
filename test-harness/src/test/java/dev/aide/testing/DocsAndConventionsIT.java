package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Whom the rules of documentation and convention ask, what they throw where enforced, and how a case is silenced. */
class DocsAndConventionsIT {
    private static final String ALL_EXEMPTIONS = "accessors,empty-constructors,generated,main,overrides,records";
    private static final Pattern METHOD = Pattern.compile("\"method\": \"(.*)\"");

    private static final String STYLES = """
            package fixture;
            import dev.aide.Unchecked;
            public class Styles {
                /**
                 * Moves it.
                 * @param distance how far
                 */
                public static void stale(int by) {}
                /** Sends it. */
                public static void ambiguous(String subject, String recipient) {}
                public static void undocumented() {}
                /** Makes it so large. */
                public static void resize(int width, int height) {}
                /** Draws it. */
                public static void draw(int width, int height) { resize(height, width); }
                /** Does all of it right. */
                public static void right(int width, int height) { resize(width, height); }

                /**
                 * Moves it.
                 * @param distance how far
                 */
                @Unchecked("docs.stale") public static void uncheckedStale(int by) {}
                /** Sends it. */
                @Unchecked("convention.ambiguous") public static void uncheckedAmbiguous(String subject, String recipient) {}
                @Unchecked("docs.missing") public static void uncheckedUndocumented() {}
                /** Draws it. */
                @Unchecked("convention.swapped") public static void uncheckedDraw(int width, int height) {
                    resize(height, width);
                }
                @Unchecked("docs") public static void uncheckedDocs(String subject, String recipient) {}

                /** Runs. */
                public static void main(String[] args) {
                    call("stale", () -> stale(1));
                    call("ambiguous", () -> ambiguous("a", "b"));
                    call("undocumented", () -> undocumented());
                    call("draw", () -> draw(1, 2));
                    call("right", () -> right(1, 2));
                    call("uncheckedStale", () -> uncheckedStale(1));
                    call("uncheckedAmbiguous", () -> uncheckedAmbiguous("a", "b"));
                    call("uncheckedUndocumented", () -> uncheckedUndocumented());
                    call("uncheckedDraw", () -> uncheckedDraw(1, 2));
                    call("uncheckedDocs", () -> uncheckedDocs("a", "b"));
                }
                private static void call(String name, Runnable call) {
                    try {
                        call.run();
                        System.out.println(name + " passes");
                    } catch (IllegalStateException e) {
                        System.out.println(name + " " + e.getMessage().split(" ")[1]);
                    }
                }
            }
            """;

    private static final String ASKED = """
            package fixture;
            interface Task {
                void work();
            }
            interface Shown {
                /** Shows it. */
                void show();
            }
            @interface Generated {}
            public class Asked implements Task, Shown {
                private int count;
                public Asked() {}
                public int getCount() { return count; }
                @Generated public void generated() {}
                @Override public void work() {}
                @Override public void show() {}
                public void seen() {}
                protected void forHeirs() {}
                void inPackage() {}
                private void own() {}
                public static void main(String[] args) {
                    new Asked().work();
                }
            }
            """;

    @TempDir
    static Path classes;

    @TempDir
    static Path sources;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() throws IOException {
        write("Styles", STYLES);
        write("Asked", ASKED);
        JavaSources.release(8)
                .classpath(AgentJar.path())
                .source("fixture.Styles", STYLES)
                .source("fixture.Asked", ASKED)
                .compile()
                .writeTo(classes);
    }

    private static void write(String name, String source) throws IOException {
        Path file = sources.resolve("fixture").resolve(name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
    }

    @JdkTest
    void enforced_they_throw_at_the_call_but_where_unchecked_silences_them(Jdk jdk) {
        Outcome outcome = program(jdk, "Styles")
                .property("aide.rule.docs", "enforce")
                .property("aide.rule.convention.ambiguous", "enforce")
                .property("aide.rule.convention.swapped", "enforce")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("""
                stale docs.stale
                ambiguous convention.ambiguous
                undocumented docs.missing
                draw convention.swapped
                right passes
                uncheckedStale passes
                uncheckedAmbiguous passes
                uncheckedUndocumented passes
                uncheckedDraw passes
                uncheckedDocs convention.ambiguous
                """);
        assertThat(outcome.stderr()).contains("""
                        aide docs.stale  fixture.Styles.stale(int by)
                          has documentation that is out of date: @param distance: the method's parameter is by
                          called from fixture.Styles.lambda$main$""").contains("""
                        aide convention.ambiguous  fixture.Styles.ambiguous(String subject, String recipient)
                          has parameters that a caller can swap unnoticed: subject, recipient; \
                        """.stripTrailing());
    }

    @JdkTest({8, 17, 25})
    void warned_of_is_what_is_not_silenced(Jdk jdk) {
        Outcome outcome = program(jdk, "Styles")
                .property("aide.rule.convention.ambiguous", "warn")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout().lines()).hasSize(10).allMatch(line -> line.endsWith(" passes"));
        assertThat(outcome.stderr())
                .contains("  violations  0 of 0 kinds, and 5 findings in class files\n")
                .contains("    docs.missing  1 kind: ", "    docs.stale  1 kind: ", "    convention.swapped  1 kind: ")
                .contains("    convention.ambiguous  2 kinds: ")
                .contains("      fixture.Styles.uncheckedDocs(String subject, String recipient)\n")
                .doesNotContain("uncheckedStale", "uncheckedAmbiguous", "uncheckedUndocumented", "uncheckedDraw");
    }

    @JdkTest({8, 17, 25})
    void visibility_says_from_where_on_documentation_is_asked_for(Jdk jdk) throws IOException {
        assertThat(asked(jdk, "aide.docs.visibility", "public")).containsExactlyInAnyOrder("seen()");
        assertThat(asked(jdk, "aide.docs.visibility", "protected"))
                .containsExactlyInAnyOrder("seen()", "forHeirs()")
                .containsExactlyInAnyOrderElementsOf(asked(jdk, "aide.mode", "warn"));
        assertThat(asked(jdk, "aide.docs.visibility", "package"))
                .containsExactlyInAnyOrder("seen()", "forHeirs()", "inPackage()", "Task.work()");
        assertThat(asked(jdk, "aide.docs.visibility", "private"))
                .containsExactlyInAnyOrder("seen()", "forHeirs()", "inPackage()", "Task.work()", "own()");
    }

    @JdkTest({8, 17, 25})
    void what_exempt_leaves_out_is_asked_too(Jdk jdk) throws IOException {
        Map<String, String> exempted = Map.of(
                "accessors", "getCount()",
                "empty-constructors", "new Asked()",
                "generated", "generated()",
                "main", "main(String[] args)",
                "overrides", "work()");
        List<String> all = new ArrayList<>(List.of("seen()", "forHeirs()"));
        for (Map.Entry<String, String> each : exempted.entrySet()) {
            String others = ALL_EXEMPTIONS.replaceAll(each.getKey() + ",", "");
            assertThat(asked(jdk, "aide.docs.exempt", others))
                    .as("all but " + each.getKey())
                    .containsExactlyInAnyOrder("seen()", "forHeirs()", each.getValue());
            all.add(each.getValue());
        }
        assertThat(asked(jdk, "aide.docs.exempt", "none")).containsExactlyInAnyOrderElementsOf(all);
    }

    @JdkTest({8, 17, 25})
    void what_no_source_has_is_blamed_on_request_only(Jdk jdk) throws IOException {
        ForkedJvm program = program(jdk, "Asked").property("aide.docs.sources", folder.toString());

        assertThat(asked(program)).isEmpty();
        assertThat(asked(program.property("aide.docs.unknown", "report")))
                .containsExactlyInAnyOrder("seen()", "forHeirs()");
        assertThat(Files.readString(report()))
                .contains("has no documentation that can be found: no source has it as it was compiled");
    }

    @JdkTest({17, 21, 25})
    void canonical_constructors_of_records_are_asked_where_exempt_leaves_them_out(Jdk jdk) throws IOException {
        String record = """
                package fixture;
                public record Asked(int count) {
                    public Asked {}
                    /** Runs. */
                    public static void main(String[] args) {
                        new Asked(1);
                    }
                }
                """;
        Path recordSources = folder.resolve("sources");
        Files.createDirectories(recordSources.resolve("fixture"));
        Files.writeString(recordSources.resolve("fixture/Asked.java"), record);
        ForkedJvm program = program(jdk, "Asked")
                .property("aide.docs.sources", recordSources.toString())
                .classpath(JavaSources.release(17)
                        .source("fixture.Asked", record)
                        .compile()
                        .writeTo(folder.resolve("classes")));

        assertThat(asked(program)).isEmpty();
        assertThat(asked(program.property("aide.docs.exempt", ALL_EXEMPTIONS.replace(",records", ""))))
                .containsExactly("new Asked(int count)");
    }

    @JdkTest({8, 17, 25})
    void what_is_open_when_the_program_ends_counts_as_not_judged(Jdk jdk) {
        Path late = JavaSources.release(8)
                .source("fixture.LateOne", "package fixture; public class LateOne {}")
                .source("fixture.LateTwo", "package fixture; public class LateTwo {}")
                .compile()
                .writeTo(folder.resolve("late"));
        Path main = JavaSources.release(8).source("fixture.Main", """
                        package fixture;
                        import java.io.*;
                        import java.net.*;
                        import java.util.concurrent.*;
                        public class Main {
                            public static void main(String[] args) throws Exception {
                                CountDownLatch asked = new CountDownLatch(1);
                                URLClassLoader loader = new URLClassLoader(new URL[] {new File(args[0]).toURI().toURL()}) {
                                    @Override
                                    public InputStream getResourceAsStream(String name) {
                                        if (!name.endsWith("__Javadoc.json")) {
                                            return super.getResourceAsStream(name);
                                        }
                                        asked.countDown();
                                        try {
                                            new CountDownLatch(1).await();
                                        } catch (InterruptedException e) {
                                            Thread.currentThread().interrupt();
                                        }
                                        return null;
                                    }
                                };
                                loader.loadClass("fixture.LateOne");
                                loader.loadClass("fixture.LateTwo");
                                asked.await();
                                System.out.println("asked");
                            }
                        }
                        """).compile().writeTo(folder.resolve("main"));

        Outcome outcome = ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .classpath(main)
                .main("fixture.Main")
                .args(late.toString())
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("asked\n");
        assertThat(outcome.stderr()).contains("\n  not judged  2 classes");
    }

    /** Returns the methods of {@code fixture.Asked} that lack documentation. */
    private List<String> asked(Jdk jdk, String key, String value) throws IOException {
        return asked(program(jdk, "Asked").property(key, value));
    }

    private List<String> asked(ForkedJvm program) throws IOException {
        program.property("aide.rule.convention", "off").run().expectExit(0);
        return METHOD.matcher(Files.readString(report()))
                .results()
                .map((MatchResult match) ->
                        match.group(1).replace("fixture.Asked.", "").replace("fixture.", ""))
                .toList();
    }

    /** With a report, for which the end of a program waits until all is judged. */
    private ForkedJvm program(Jdk jdk, String main) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .property("aide.docs.sources", sources.toString())
                .property("aide.report", report().toString())
                .classpath(classes)
                .main("fixture." + main);
    }

    private Path report() {
        return folder.resolve("aide.json");
    }
}
