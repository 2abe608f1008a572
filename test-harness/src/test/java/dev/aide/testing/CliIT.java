package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code java -jar aide.jar} to its words and exit codes. */
class CliIT {
    private static final String MORE = "; java -jar aide.jar settings --help says what there is\n";

    @TempDir
    Path folder;

    @JdkTest
    void says_what_there_is(Jdk jdk) {
        Outcome help = aide(jdk, "--help").expectExit(0);

        assertThat(help.stdout())
                .startsWith("""
                        Holds a running Java program to what its code says.
                        Usage: java -jar aide.jar [-hV] COMMAND
                        """)
                .contains("\n  explain ", "\n  settings ", "\nExit codes:\n  0   done, and nothing is wrong\n");
        assertThat(help.stderr()).isEmpty();
        assertThat(aide(jdk, "--version").expectExit(0).stdout()).matches("aide \\d+\\.\\d+\\.\\d+.*\n");
        assertThat(aide(jdk).expectExit(2).stderr()).isEqualTo(help.stdout());
    }

    @JdkTest
    void explains_a_rule(Jdk jdk) {
        Outcome outcome = aide(jdk, "explain", "nulls.argument").expectExit(0);

        assertThat(outcome.stdout())
                .startsWith(
                        "nulls.argument\n\nNo argument is null where the class file says that null is no value of it;")
                .contains("\n    void place(@NonNull Customer customer, List<@NonNull OrderLine> lines) { … }\n")
                .doesNotContain("\u001b");
        assertThat(outcome.stderr()).isEmpty();
        assertThat(aide(jdk, "explain", "null.argument").expectExit(2).stderr())
                .isEqualTo("aide: 'null.argument' is not a rule; did you mean nulls.argument?;"
                        + " java -jar aide.jar explain --help says what there is\n");
    }

    @JdkTest
    void shows_where_each_setting_comes_from(Jdk jdk) throws IOException {
        Path file = Files.writeString(folder.resolve("aide.properties"), "rule.types=off\nvalues=show\nmode=off\n");
        Outcome outcome = ForkedJvm.on(jdk)
                .property("aide.mode", "enforce")
                .environment("AIDE_INCLUDE", "com.acme.**")
                .environment("AIDE_JDKS", "elsewhere")
                .jar(AgentJar.path())
                .args("settings", "-Daide.types.depth=full", "-Darity.max=5", "--config", file.toString())
                .run()
                .expectExit(0);

        assertThat(outcome.stdout().replaceAll(" +", " "))
                .startsWith("""
                        aide.mode enforce -Daide.mode
                        aide.include com.acme.** environment variable AIDE_INCLUDE
                        aide.exclude - default
                        aide.types.depth full -Daide.types.depth
                        """)
                .contains(
                        "\naide.arity.max 5 -Daide.arity.max\n",
                        "\naide.values show values in " + file + "\n",
                        "\naide.exceptions jvm default\n")
                .endsWith("\naide.rule.types off rule.types in " + file + "\n");
        assertThat(outcome.stderr())
                .isEqualTo("aide: environment variable AIDE_JDKS is not a setting of aide; ignored\n");
    }

    @Test
    void refuses_settings_in_the_words_of_the_agent() {
        assertThat(aide("settings", "-Daide.mode=loud").expectExit(2).stderr())
                .isEqualTo("aide: -Daide.mode: 'loud' is not a mode; write off, warn, enforce or strict\n");
        assertThat(aide("settings", "-Dtypes.dept=full").expectExit(2).stderr())
                .startsWith(
                        "aide: -Daide.types.dept is not a setting of aide; did you mean aide.types.depth? Known are: ");
        String nowhere = folder.resolve("nowhere.properties").toString();
        assertThat(aide("settings", "--config", nowhere).expectExit(2).stderr())
                .startsWith("aide: -Daide.config: cannot read " + nowhere)
                .endsWith("; name a properties file\n");
    }

    @Test
    void says_what_a_setting_is_for() {
        assertThat(aide("settings", "types.depth", "aide.exclude", "rule.types", "-Daide.rule.types=warn")
                        .expectExit(0)
                        .stdout())
                .isEqualTo("""
                        aide.types.depth
                          How many elements of a container are looked at
                          value    sample  (default)
                          takes    shallow, sample, full or budget:<n>
                          default  sample
                        aide.exclude
                          Classes to leave alone
                          value    -  (default)
                          takes    patterns, comma-separated
                          default  none
                        aide.rule.types
                          The level of types, in place of the one that aide.mode gives
                          value    warn  (-Daide.rule.types)
                          takes    off, warn, enforce or strict, then pattern=mode for parts
                          default  none
                        """);
        assertThat(aide("settings", "aide.depth").expectExit(2).stderr())
                .isEqualTo("aide: 'aide.depth' is not a setting of aide; did you mean aide.types.depth?" + MORE);
        assertThat(aide("settings", "rule.type").expectExit(2).stderr())
                .startsWith("aide: 'aide.rule.type' is not a setting of aide; did you mean aide.");
        assertThat(aide("settings", "mode=enforce").expectExit(2).stderr())
                .isEqualTo("aide: 'aide.mode=enforce' sets a value; write it as -Daide.mode=enforce" + MORE);
    }

    @Test
    void says_what_holds_in_a_class() {
        assertThat(aide("settings", "--class", "com.acme.Order", "-Dmode=enforce", "-Drule.nulls=warn,com.acme.**=off")
                        .expectExit(0)
                        .stdout()
                        .replaceAll(" +", " "))
                .startsWith("types.argument enforce each argument fits its generic signature\n")
                .contains(
                        "\nnulls.return off no result is null that is declared not to be\n",
                        "\narity.declared warn no method has more parameters than aide.arity.max\n");
        assertThat(aide("settings", "--class", "com.acme.Order", "-Dinclude=com.shop.**")
                        .expectExit(0)
                        .stdout())
                .isEqualTo("com.acme.Order is not in scope: com.shop.** (by -Daide.include)\n");
        assertThat(aide("settings", "--class", "com.acme.Order", "-Dmode=off")
                        .expectExit(0)
                        .stdout())
                .isEqualTo("aide.mode=off (-Daide.mode): nothing is held\n");
    }

    @JdkTest({8, 17, 25})
    void the_agent_never_loads_it(Jdk jdk) {
        Fixture.sources(8, "Shop", "billing.Billing").compile().writeTo(folder);

        Outcome outcome = ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .property("aide.report", folder.resolve("aide.json").toString())
                .jvmOption("-verbose:class")
                .classpath(folder)
                .main("fixture.Shop")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout())
                .contains("dev.aide.agent.Agent ")
                .doesNotContain("dev.aide.agent.cli.", "dev.aide.agent.picocli.");
    }

    private static Outcome aide(String... arguments) {
        return aide(Jdk.running(), arguments);
    }

    private static Outcome aide(Jdk jdk, String... arguments) {
        return ForkedJvm.on(jdk).jar(AgentJar.path()).args(arguments).run();
    }
}
