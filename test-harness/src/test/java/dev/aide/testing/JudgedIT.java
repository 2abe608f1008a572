package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the rules to what they say of documentation and of the names of parameters, in a program that runs. */
class JudgedIT {
    private static final String IMAGE = """
            package fixture;

            public class Image {
                /** Makes the image so large. */
                public void resize(int width, int height) {}

                public void rotate(int degrees) {}

                /**
                 * Moves it.
                 *
                 * @param distance how far
                 */
                public void move(int by) {}

                public int getWidth() {
                    return width;
                }

                private int width;

                public void send(String subject, String recipient) {}
            }
            """;

    private static final String MAIN = """
            package fixture;

            public class Main {
                public static void main(String[] args) throws Exception {
                    int width = 3;
                    int height = 4;
                    System.out.println("before");
                    try {
                        new Image().resize(height, width);
                        System.out.println("resized");
                    } catch (IllegalStateException e) {
                        System.out.println("not resized");
                    }
                    try {
                        new Image().rotate(90);
                        System.out.println("rotated");
                    } catch (IllegalStateException e) {
                        System.out.println("not rotated");
                    }
                    new Image().move(1);
                }
            }
            """;

    @TempDir
    static Path folder;

    private static Path sources;
    private static Path classes;

    @BeforeAll
    static void compile() throws IOException {
        sources = Files.createDirectories(folder.resolve("sources/fixture")).getParent();
        Files.writeString(sources.resolve("fixture/Image.java"), IMAGE);
        Files.writeString(sources.resolve("fixture/Main.java"), MAIN);
        classes = JavaSources.release(8)
                .source("fixture.Image", IMAGE)
                .source("fixture.Main", MAIN)
                .compile()
                .writeTo(Files.createDirectories(folder.resolve("classes")));
    }

    @JdkTest
    void documentation_and_names_are_judged_without_a_call_and_never_one_by_one(Jdk jdk) {
        Outcome outcome = run(jdk, "aide.mode", "warn", "aide.rule.convention.ambiguous", "warn");

        assertThat(outcome.stdout()).isEqualTo("before\nresized\nrotated\n");
        assertThat(outcome.stderr().substring(0, outcome.stderr().indexOf("aide summary")))
                .isEqualTo("aide holds fixture.** (by the main class fixture.Main; aide.include changes it)"
                        + " · warn · depth sample\n");
        assertThat(outcome.stderr())
                .contains("  violations  0 of 0 kinds, and 5 findings in class files\n")
                .contains("""
                              fixture.Image.rotate(int degrees)
                                  has no documentation, and others can call it
                        """)
                .contains("      fixture.Image.move(int by)\n          has documentation that is out of date:"
                        + " @param distance: the method's parameter is by\n")
                .contains("      fixture.Image.send(String subject, String recipient)\n          has parameters that a"
                        + " caller can swap unnoticed: subject, recipient; ")
                .contains(
                        "      fixture.Main.main(String[] args)\n          calls Image.resize the wrong way round:"
                                + " fixture.Image.resize(width, height) is given height as width, width as height (Main.java:9)")
                .doesNotContain("getWidth");
    }

    @JdkTest
    void a_swapped_call_fails_where_it_is_made_and_not_before(Jdk jdk) {
        Outcome outcome = run(jdk, "aide.rule.convention.swapped", "enforce");

        assertThat(outcome.stdout()).isEqualTo("before\nnot resized\nrotated\n");
        assertThat(outcome.stderr()).contains("aide convention.swapped  fixture.Main.main(String[] args)\n");
    }

    @JdkTest
    void a_call_of_what_is_not_documented_fails_where_that_is_enforced(Jdk jdk) {
        Outcome outcome = run(jdk, "aide.rule.docs.missing", "enforce");

        assertThat(outcome.stdout()).isEqualTo("before\nresized\nnot rotated\n");
        assertThat(outcome.stderr()).contains("""
                        aide docs.missing  fixture.Image.rotate(int degrees)
                          has no documentation, and others can call it
                          called from fixture.Main.main(Main.java:""");
    }

    @Test
    void a_pair_whose_order_everybody_knows_can_be_named() {
        Outcome outcome = run(
                Jdk.running(),
                "aide.rule.convention.ambiguous",
                "warn",
                "aide.convention.orders",
                "subject:recipient,debit:credit");

        assertThat(outcome.stderr()).contains("convention.swapped").doesNotContain("convention.ambiguous");
    }

    @Test
    void without_sources_nothing_is_said_of_documentation() {
        Outcome outcome = ForkedJvm.on(Jdk.running())
                .agent(AgentJar.path())
                .property("aide.report", folder.resolve("report.json").toString())
                .classpath(classes)
                .main("fixture.Main")
                .run()
                .expectExit(0);

        assertThat(outcome.stderr()).contains("convention.swapped").doesNotContain("docs.");
    }

    @Test
    void a_program_that_has_loaded_its_classes_is_judged_while_it_runs() throws IOException {
        Path waiting = JavaSources.release(8)
                .source("fixture.Image", IMAGE)
                .source("fixture.Main", MAIN.replace("new Image().move(1);", """
                        while (true) {
                            Thread[] threads = new Thread[100];
                            int judges = 0;
                            for (int i = Thread.enumerate(threads); i > 0; i--) {
                                judges += threads[i - 1].getName().equals("aide-judge") ? 1 : 0;
                            }
                            if (judges == 0) {
                                return;
                            }
                            Thread.sleep(20);
                        }"""))
                .compile()
                .writeTo(Files.createDirectories(folder.resolve("waiting")));

        Outcome outcome = ForkedJvm.on(Jdk.running())
                .agent(AgentJar.path())
                .classpath(waiting)
                .main("fixture.Main")
                .run()
                .expectExit(0);

        assertThat(outcome.stderr()).contains("convention.swapped").doesNotContain("not judged");
    }

    /** Runs with a report, since the end of a program waits for all to be judged then. */
    private static Outcome run(Jdk jdk, String... properties) {
        ForkedJvm jvm = ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .property("aide.docs.sources", sources.toString())
                .property(
                        "aide.report",
                        folder.resolve("report" + jdk.feature() + ".json").toString())
                .classpath(classes);
        for (int i = 0; i < properties.length; i += 2) {
            jvm = jvm.property(properties[i], properties[i + 1]);
        }
        return jvm.main("fixture.Main").run().expectExit(0);
    }
}
