package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Holds methods to how many parameters they declare ({@code arity.declared}). */
class ArityDeclaredIT {
    private static final String NINE =
            "fixture.Shapes.nine(int a, int b, int c, int d, int e, int f, int g, int h, String last)";

    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() {
        Fixture.sources(8, "Shapes").classpath(AgentJar.path()).compile().writeTo(classes);
        JavaSources.release(17).source("fixture.Records", """
                        package fixture;
                        public class Records {
                            record Row(int a, int b, int c, int d, int e, int f, int g, int h, int i) {
                                Row(int a) {
                                    this(a, a, a, a, a, a, a, a, a);
                                }
                                Row(int b, int a, int c, int d, int e, int f, int g, int h, int i, int j) {
                                    this(a);
                                }
                            }
                            public static void main(String[] args) {
                                System.out.println(new Row(1).i());
                                try {
                                    new Row(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
                                } catch (IllegalStateException e) {
                                    System.out.println(e.getMessage().split("\\n")[1]);
                                }
                            }
                        }
                        """).compile().writeTo(classes.resolve("17"));
    }

    @JdkTest
    void enforce_stops_each_call_of_a_method_with_too_many_parameters_and_no_class(Jdk jdk) {
        Outcome outcome = underAgent(jdk, "Shapes")
                .property("aide.rule.arity", "enforce")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("""
                SMALL14
                nine aide arity.declared  NINE
                nine again aide arity.declared  NINE
                eight passes
                varargs passes
                constructor aide arity.declared  new fixture.Shapes(int a, int b, int c, int d, int e, int f, int g, int h, int i)
                raw passes
                full passes
                wide passes
                wideOf passes
                compare passes
                generated passes
                silencedArity passes
                silenced passes
                inner passes
                generated class passes
                288811 capturing passes
                """.replace("NINE", NINE));
        assertThat(outcome.stderr()).contains("""
                aide arity.declared  NINE
                  has 9 parameters, at most 8 are allowed (aide.arity.max)
                  called from fixture.Shapes.lambda$main$1(Shapes.java:71)
                  1st of this kind here · enforce · silence: -Daide.rule.arity.declared=fixture.Shapes=off
                """.replace("NINE", NINE));
    }

    @JdkTest
    void warn_says_so_in_the_summary_only_and_weaves_nothing(Jdk jdk) {
        Outcome outcome = underAgent(jdk, "Shapes")
                .property("aide.rule.types", "off")
                .property("aide.rule.nulls", "off")
                .property("aide.rule.convention", "off")
                .property("aide.rule.docs", "off")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).contains("nine passes\n", "constructor passes\n");
        assertThat(outcome.stderr())
                .contains("\n  classes     woven 0 · nothing to check ")
                .contains("\n  violations  0 of 0 kinds, and 4 findings in class files\n")
                .endsWith("""
                            arity.declared  4 kinds: no method has more parameters than aide.arity.max
                              fixture.GenericShape.wideOf(T a, int b, int c, int d, int e, int f, int g, int h, int i)
                                  has 9 parameters, at most 8 are allowed (aide.arity.max)
                              NINE
                                  has 9 parameters, at most 8 are allowed (aide.arity.max)
                              fixture.Wide.wide(int arg0, int arg1, int arg2, int arg3, int arg4, int arg5, int arg6, int arg7, int arg8)
                                  has 9 parameters, at most 8 are allowed (aide.arity.max)
                              new fixture.Shapes(int a, int b, int c, int d, int e, int f, int g, int h, int i)
                                  has 9 parameters, at most 8 are allowed (aide.arity.max)
                        """.replace("NINE", NINE))
                .doesNotContain("aide arity.declared");
    }

    @JdkTest({8, 17, 25})
    void the_limit_can_be_moved(Jdk jdk) {
        String most9 = underAgent(jdk, "Shapes")
                .property("aide.arity.max", "9")
                .run()
                .expectExit(0)
                .stderr();
        String most7 = underAgent(jdk, "Shapes")
                .property("aide.arity.max", "7")
                .run()
                .expectExit(0)
                .stderr();

        assertThat(most9).doesNotContain("arity.declared");
        assertThat(most7)
                .contains("""
                              fixture.Shapes.eight(int a, long b, int c, double d, int e, int f, int g, String h)
                                  has 8 parameters, at most 7 are allowed (aide.arity.max)
                        """)
                // the outer object does not count
                .contains("""
                              new fixture.Shapes$Inner(Shapes this$0, int a, int b, int c, int d, int e, int f, int g, int h)
                                  has 8 parameters, at most 7 are allowed (aide.arity.max)
                        """);
    }

    @JdkTest({17, 21, 25})
    void the_canonical_constructor_of_a_record_is_as_its_header_wants_it(Jdk jdk) {
        Outcome outcome = underAgent(jdk, "Records")
                .classpath(classes.resolve("17"))
                .property("aide.rule.arity", "enforce")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("""
                1
                  has 10 parameters, at most 8 are allowed (aide.arity.max)
                """);
    }

    /** With a report, for which the end of a program waits until all is judged. */
    private static ForkedJvm underAgent(Jdk jdk, String program) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .property("aide.report", classes.resolve("report.json").toString())
                .classpath(classes)
                .main("fixture." + program);
    }
}
