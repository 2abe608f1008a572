package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the agent to refusing what cannot be meant as written: exit code 2 before main, and one line that says why. */
class WrongSettingsIT {
    private static final String KNOWN = "Known are: aide.mode, aide.include, aide.exclude, aide.types.depth,";

    @TempDir
    static Path folder;

    private static ShopProgram shop;

    @BeforeAll
    static void compile() {
        shop = ShopProgram.writtenTo(folder);
    }

    @JdkTest({8, 17})
    void a_wrong_key_or_value_ends_the_jvm_before_main(Jdk jdk) {
        assertThat(refused(shop.underAgent(jdk).property("aide.types.dept", "full")))
                .startsWith(
                        "aide: -Daide.types.dept is not a setting of aide; did you mean aide.types.depth? " + KNOWN);
        assertThat(refused(shop.underAgent(jdk).property("aide.types.depth", "half")))
                .isEqualTo("aide: -Daide.types.depth: 'half' is not a depth;"
                        + " write shallow, sample, full or budget:<n> with n from 1 up\n");
    }

    @Test
    void a_wrong_key_is_refused_wherever_it_stands() throws IOException {
        assertThat(refused(shop.underAgent("mod=off")))
                .startsWith("aide: agent argument mod is not a setting of aide; did you mean aide.mode? " + KNOWN);
        assertThat(refused(shop.underAgent("mode")))
                .startsWith("aide: agent argument 'mode' has no value; write -javaagent:aide.jar=key=value;key=value");
        Path file = Files.writeString(folder.resolve("wrong.properties"), "includes=com.acme.**\n");
        assertThat(refused(shop.underAgent().property("aide.config", file.toString())))
                .startsWith(
                        "aide: includes in " + file + " is not a setting of aide; did you mean aide.include? " + KNOWN);
        assertThat(refused(shop.underAgent().property("aide.rule.types.returns", "off")))
                .startsWith("aide: -Daide.rule.types.returns is not a setting of aide;"
                        + " did you mean aide.rule.types.return? " + KNOWN);
    }

    @Test
    void a_wrong_value_is_refused_with_those_that_are_allowed() {
        assertThat(refused(shop.underAgent().property("aide.mode", "loud")))
                .isEqualTo("aide: -Daide.mode: 'loud' is not a mode; write off, warn, enforce or strict\n");
        assertThat(refused(shop.underAgent().property("aide.mode", "warn,enforce")))
                .isEqualTo("aide: -Daide.mode: 'warn,enforce' has two modes for all, warn and enforce;"
                        + " keep one, or write pattern=enforce\n");
        assertThat(refused(shop.underAgent().environment("AIDE_RULE_TYPES", "on")))
                .isEqualTo("aide: environment variable AIDE_RULE_TYPES: 'on' is not a mode;"
                        + " write off, warn, enforce or strict\n");
        assertThat(refused(shop.underAgent().property("aide.types.depth", "budget:0")))
                .startsWith("aide: -Daide.types.depth: 'budget:0' is not a depth; write ");
        assertThat(refused(shop.underAgent().property("aide.types.locked", "yes")))
                .isEqualTo("aide: -Daide.types.locked: 'yes' is not allowed; write skip or walk\n");
        assertThat(refused(shop.underAgent().property("aide.values", "yes")))
                .isEqualTo("aide: -Daide.values: 'yes' is not allowed; write hide or show\n");
        assertThat(refused(shop.underAgent().property("aide.exceptions", "yes")))
                .isEqualTo("aide: -Daide.exceptions: 'yes' is not allowed; write jvm or plain\n");
        assertThat(refused(shop.underAgent().property("aide.counts", "yes")))
                .isEqualTo("aide: -Daide.counts: 'yes' is not allowed; write false or true\n");
    }

    @Test
    void an_empty_value_is_refused() {
        assertThat(refused(shop.underAgent().property("aide.mode", "")))
                .isEqualTo("aide: -Daide.mode is empty; give it a value, or leave it out\n");
        assertThat(refused(shop.underAgent().environment("AIDE_INCLUDE", "")))
                .isEqualTo("aide: environment variable AIDE_INCLUDE is empty; give it a value, or leave it out\n");
    }

    @Test
    void a_wrong_pattern_is_refused_with_those_that_are_meant() {
        String means =
                " is not a pattern; write com.acme.** (a package and all below it), com.acme.* (the package alone),"
                        + " com.acme.Order (a class) or ** (everything)\n";
        assertThat(refused(shop.underAgent().property("aide.include", "com.acme*")))
                .isEqualTo("aide: -Daide.include: 'com.acme*'" + means);
        assertThat(refused(shop.underAgent().property("aide.exclude", "com..acme")))
                .isEqualTo("aide: -Daide.exclude: 'com..acme'" + means);
        assertThat(refused(shop.underAgent().property("aide.mode", "warn,com/acme=off")))
                .isEqualTo("aide: -Daide.mode: 'com/acme'" + means);
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        String nowhere = folder.resolve("nowhere.properties").toString();

        assertThat(refused(shop.underAgent().property("aide.config", nowhere)))
                .startsWith("aide: -Daide.config: cannot read " + nowhere)
                .endsWith("; name a properties file\n");
    }

    @JdkTest({8, 17})
    void a_launcher_is_asked_whose_classes_it_runs(Jdk jdk) {
        ForkedJvm launcher = shop.underAgent(jdk, "org.apache.catalina.startup.Bootstrap");

        assertThat(refused(launcher))
                .isEqualTo("aide: which classes to hold cannot be told from this JVM: it was started by the launcher"
                        + " org.apache.catalina.startup.Bootstrap. Name your packages, such as"
                        + " -Daide.include=com.acme.**, or switch aide off with -Daide.mode=off\n");
        launcher.property("aide.include", "fixture.**").run().expectExit(0);
    }

    private static String refused(ForkedJvm program) {
        Outcome outcome = program.run().expectExit(2);
        assertThat(outcome.stdout()).isEmpty();
        assertThat(outcome.stderr()).hasLineCount(1);
        return outcome.stderr();
    }
}
