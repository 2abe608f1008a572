package dev.aide.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Map<String, Strictness> RULES = new LinkedHashMap<>();

    static {
        RULES.put("types.argument", Strictness.DEFECT);
        RULES.put("types.return", Strictness.DEFECT);
    }

    private static final String KNOWN = "aide.mode, aide.include, aide.exclude, aide.types.depth,"
            + " aide.types.containers, aide.types.locked, aide.nulls.default, aide.arity.max, aide.varargs.max,"
            + " aide.docs.sources, aide.docs.cache, aide.docs.visibility, aide.docs.exempt, aide.docs.unknown,"
            + " aide.convention.orders, aide.values, aide.exceptions, aide.counts, aide.live, aide.log, aide.baseline,"
            + " aide.baseline.update, aide.baseline.proof, aide.report, aide.report.every, aide.config,"
            + " aide.rule.types.argument, aide.rule.types, aide.rule.types.return";

    @TempDir
    Path folder;

    private final Properties system = new Properties();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private String arguments;

    SettingsTest() {
        system.setProperty("sun.java.command", "com.acme.shop.web.Main");
    }

    @Test
    void everything_has_a_default() throws BadConfiguration {
        Settings settings = read();

        assertThat(settings.levels().describe()).isEqualTo("warn");
        assertThat(settings.scope().describe())
                .isEqualTo("com.acme.shop.** (by the main class com.acme.shop.web.Main; aide.include changes it)");
        assertThat(settings.depth()).hasToString("sample");
        assertThat(settings.containers()).isEmpty();
        assertThat(settings.walksLocked()).isFalse();
        assertThat(settings.showsValues()).isFalse();
        assertThat(settings.plainExceptions()).isFalse();
        assertThat(settings.counts()).isFalse();
        assertThat(settings.docsVisibility()).isEqualTo(DocsVisibility.PROTECTED);
        assertThat(settings.docsExemptions()).containsExactly(DocsExemption.values());
        assertThat(settings.reportsUnknownDocs()).isFalse();
        assertThat(settings.baseline()).isEmpty();
        assertThat(settings.updatesBaseline()).isFalse();
        assertThat(settings.baselineProof()).isEqualTo(100);
        assertThat(settings.reports()).isEmpty();
        assertThat(settings.reportIntervalMillis()).isZero();
        assertThat(settings.given()).isEmpty();
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void what_documentation_is_asked_of_can_be_named() throws BadConfiguration {
        arguments = "docs.visibility=private;docs.exempt=main, accessors";
        assertThat(read().docsVisibility()).isEqualTo(DocsVisibility.PRIVATE);
        assertThat(read().docsExemptions()).containsExactly(DocsExemption.ACCESSORS, DocsExemption.MAIN);

        arguments = "docs.exempt=none";
        assertThat(read().docsExemptions()).isEmpty();

        arguments = "docs.unknown=report";
        assertThat(read().reportsUnknownDocs()).isTrue();
    }

    @Test
    void baseline_and_reports_are_lists_of_files() throws BadConfiguration {
        arguments = "baseline=a.txt, b.txt;baseline.update=true;report=out/a.html,b.json;report.every=5m";

        Settings settings = read();

        assertThat(settings.baseline()).containsExactly("a.txt", "b.txt");
        assertThat(settings.updatesBaseline()).isTrue();
        assertThat(settings.reports()).extracting(file -> file.path("", "")).containsExactly("out/a.html", "b.json");
        assertThat(settings.reportIntervalMillis()).isEqualTo(300_000);
        assertThat(settings.given()).containsEntry("aide.report.every", "5m").hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"1s, 1000", "30s, 30000", "5m, 300000", "2h, 7200000"})
    void a_duration_has_a_unit(String text, long millis) throws BadConfiguration {
        arguments = "report=a.html;report.every=" + text;

        assertThat(read().reportIntervalMillis()).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({"30", "s", "0s", "-1m", "1.5h", "5d", "500ms"})
    void what_is_no_duration_is_refused(String text) {
        arguments = "report=a.html;report.every=" + text;

        assertThatThrownBy(this::read)
                .hasMessage("agent argument report.every: '" + text
                        + "' is not a duration; write 30s, 5m or 1h, with a number from 1 up");
    }

    @Test
    void an_interval_without_anything_to_write_is_refused() {
        arguments = "report.every=5m";

        assertThatThrownBy(this::read)
                .hasMessage("agent argument report.every has nothing to write;"
                        + " name a report too, such as -Daide.report=out/aide.html");
    }

    @Test
    void recording_is_something_to_write_and_holding_is_not() throws BadConfiguration {
        arguments = "report.every=5m;baseline=a.txt;baseline.update=true";
        assertThat(read().reportIntervalMillis()).isEqualTo(300_000);

        arguments = "report.every=5m;baseline=a.txt";
        assertThatThrownBy(this::read).hasMessageContaining(" has nothing to write; ");
    }

    @Test
    void recording_without_a_file_is_refused() {
        arguments = "baseline.update=true";

        assertThatThrownBy(this::read)
                .hasMessage("agent argument baseline.update has no file to record into;"
                        + " name one, such as -Daide.baseline=aide-baseline.txt");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "many", "99999999999"})
    void proof_is_a_number_from_1_up(String text) {
        arguments = "baseline=a.txt;baseline.proof=" + text;

        assertThatThrownBy(this::read)
                .hasMessage("agent argument baseline.proof: '" + text + "' is not a number from 1 up");
    }

    @Test
    void a_system_property_wins_over_all_else() throws Exception {
        system.setProperty("aide.types.depth", "budget:1");
        arguments = "types.depth=budget:2";
        environment.put("AIDE_TYPES_DEPTH", "budget:3");
        file("types.depth=budget:4");

        assertThat(read().depth()).hasToString("budget:1");
    }

    @Test
    void an_agent_argument_wins_over_the_environment_and_the_file() throws Exception {
        arguments = "types.depth=budget:2";
        environment.put("AIDE_TYPES_DEPTH", "budget:3");
        file("types.depth=budget:4");

        assertThat(read().depth()).hasToString("budget:2");
    }

    @Test
    void the_environment_wins_over_the_file() throws Exception {
        environment.put("AIDE_TYPES_DEPTH", "budget:3");
        file("types.depth=budget:4");

        assertThat(read().depth()).hasToString("budget:3");
    }

    @Test
    void the_file_wins_over_the_default() throws Exception {
        file("types.depth=budget:4");

        assertThat(read().depth()).hasToString("budget:4");
    }

    @Test
    void the_file_takes_full_and_short_keys() throws Exception {
        file("aide.values=show\ncounts=true\nrule.types.return=enforce");

        Settings settings = read();

        assertThat(settings.showsValues()).isTrue();
        assertThat(settings.counts()).isTrue();
        assertThat(settings.levels().of("types.return", "com/acme/Order")).isEqualTo(Level.ENFORCE);
        assertThat(settings.levels().of("types.argument", "com/acme/Order")).isEqualTo(Level.WARN);
    }

    @Test
    void any_source_may_name_the_file() throws Exception {
        Path file = write("counts=true");

        environment.put("AIDE_CONFIG", file.toString());
        assertThat(read().counts()).isTrue();

        environment.clear();
        arguments = "config=" + file;
        assertThat(read().counts()).isTrue();
    }

    @Test
    void agent_arguments_are_separated_by_semicolons() throws BadConfiguration {
        arguments = "mode=warn,com.acme.**=enforce; aide.values = show ;;types.locked=walk";

        Settings settings = read();

        assertThat(settings.levels().of("types.argument", "com/acme/Order")).isEqualTo(Level.ENFORCE);
        assertThat(settings.showsValues()).isTrue();
        assertThat(settings.walksLocked()).isTrue();
    }

    @Test
    void an_agent_argument_needs_a_value() {
        arguments = "enforce";

        assertThatThrownBy(this::read)
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("agent argument 'enforce' has no value; write -javaagent:aide.jar=key=value;key=value,"
                        + " such as mode=enforce");
    }

    @ParameterizedTest(name = "{0} may be {2}")
    @CsvSource({
        "aide.mod,                 aide.mode",
        "aide.includes,            aide.include",
        "aide.depth,               aide.types.depth",
        "aide.rule.type.argument,  aide.rule.types.argument",
        "aide.rule.types.retrun,   aide.rule.types.return",
        "aide.Mode,                aide.mode",
    })
    void an_unknown_key_is_refused_with_the_nearest_one(String typed, String meant) {
        system.setProperty(typed, "x");

        assertThatThrownBy(this::read)
                .isInstanceOf(BadConfiguration.class)
                .hasMessage(
                        "-D" + typed + " is not a setting of aide; did you mean " + meant + "? Known are: " + KNOWN);
    }

    @Test
    void an_unknown_agent_argument_is_refused() {
        arguments = "mod=warn";

        assertThatThrownBy(this::read)
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("agent argument mod is not a setting of aide; did you mean aide.mode? Known are: " + KNOWN);
    }

    @Test
    void an_unknown_key_in_the_file_is_refused() throws Exception {
        Path file = file("types.dept=full");

        assertThatThrownBy(this::read)
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("types.dept in " + file
                        + " is not a setting of aide; did you mean aide.types.depth? Known are: " + KNOWN);
    }

    @Test
    void an_unknown_environment_name_only_warns() throws BadConfiguration {
        environment.put("AIDE_HOME", "/opt/aide");
        environment.put("PATH", "/bin");

        assertThat(read().warnings())
                .containsExactly("environment variable AIDE_HOME is not a setting of aide; ignored");
    }

    @Test
    void properties_of_others_are_none_of_ours() throws BadConfiguration {
        system.setProperty("aidex.mode", "x");
        system.setProperty("com.acme.aide.mode", "x");

        assertThat(read().levels().describe()).isEqualTo("warn");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "aide.types.locked | wait | 'wait' is not allowed; write skip or walk",
                "aide.values       | yes  | 'yes' is not allowed; write hide or show",
                "aide.exceptions   | java | 'java' is not allowed; write jvm or plain",
                "aide.counts       | 1    | '1' is not allowed; write false or true",
                "aide.live         | yes  | 'yes' is not allowed; write false or true",
                "aide.log          | log4j | 'log4j' is not allowed; write stderr, system, slf4j or jul",
                "aide.types.depth  | deep | 'deep' is not a depth; write shallow, sample, full or budget:<n> with n from 1 up",
                "aide.docs.visibility | all | 'all' is not a visibility; write public, protected, package or private",
                "aide.docs.exempt  | main,getters | 'getters' is not an exemption; write none, or some of accessors,"
                        + " empty-constructors, generated, main, overrides, records, by commas",
                "aide.docs.exempt  | none,main | 'none' is not an exemption; write none, or some of accessors,"
                        + " empty-constructors, generated, main, overrides, records, by commas",
                "aide.docs.unknown | blame | 'blame' is not allowed; write ignore or report",
                "aide.mode         | on   | 'on' is not a mode; write off, warn, enforce or strict",
                "aide.rule.types   | on   | 'on' is not a mode; write off, warn, enforce or strict",
            })
    void a_wrong_value_is_refused_with_what_is_allowed(String key, String value, String why) {
        system.setProperty(key, value);

        assertThatThrownBy(this::read).isInstanceOf(BadConfiguration.class).hasMessage("-D" + key + ": " + why);
    }

    @Test
    void an_empty_value_is_refused() {
        system.setProperty("aide.mode", "");

        assertThatThrownBy(this::read)
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("-Daide.mode is empty; give it a value, or leave it out");
    }

    @Test
    void a_wrong_pattern_is_refused_with_its_key() {
        system.setProperty("aide.exclude", "com.acme*");

        assertThatThrownBy(this::read)
                .isInstanceOf(BadConfiguration.class)
                .hasMessageStartingWith("-Daide.exclude: 'com.acme*' is not a pattern; ");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        Path missing = folder.resolve("aide.properties");
        system.setProperty("aide.config", missing.toString());

        assertThatThrownBy(this::read)
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("-Daide.config: cannot read " + missing + ": " + missing
                        + " (No such file or directory); name a properties file");
    }

    @Test
    void a_file_that_is_no_properties_file_is_refused() throws Exception {
        Path file = file("values=\\uZZZZ");

        assertThatThrownBy(this::read)
                .isInstanceOf(BadConfiguration.class)
                .hasMessage(
                        "-Daide.config: cannot read " + file + ": Malformed \\uxxxx encoding.; name a properties file");
    }

    @Test
    void a_pattern_for_containers_is_refused() {
        system.setProperty("aide.types.containers", "com.acme.**");

        assertThatThrownBy(this::read)
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("-Daide.types.containers: 'com.acme.**' is a pattern; name each class, since only exact"
                        + " classes are known to be safe to walk");
    }

    @Test
    void an_agent_argument_given_twice_is_refused() {
        arguments = "mode=warn;aide.mode=enforce";

        assertThatThrownBy(this::read)
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("agent argument aide.mode is there twice; keep one");
    }

    @Test
    void a_file_that_names_another_is_refused() throws Exception {
        Path file = file("config=more.properties");

        assertThatThrownBy(this::read)
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("config in " + file + ": one file cannot name another; put its lines here");
    }

    @Test
    void containers_are_names_by_commas() throws BadConfiguration {
        system.setProperty("aide.types.containers", "com.acme.Page, com.acme.Grid");

        assertThat(read().containers()).containsExactlyInAnyOrder("com.acme.Page", "com.acme.Grid");
    }

    @Test
    void an_include_takes_the_place_of_the_main_class() throws BadConfiguration {
        system.setProperty("sun.java.command", "org.apache.catalina.startup.Bootstrap start");
        system.setProperty("aide.include", "com.acme.**,org.shop.*");
        system.setProperty("aide.exclude", "com.acme.gen.**");

        assertThat(read().scope().describe())
                .isEqualTo("com.acme.**, org.shop.* without com.acme.gen.** (by -Daide.include)");
    }

    @Test
    void off_asks_for_no_main_class() throws BadConfiguration {
        system.setProperty("sun.java.command", "org.apache.catalina.startup.Bootstrap start");
        system.setProperty("aide.mode", "off");

        Settings settings = read();

        assertThat(settings.levels().areAllOff()).isTrue();
        assertThat(settings.scope()).isNull();
    }

    private Settings read() throws BadConfiguration {
        return Settings.read(system, arguments, environment, RULES);
    }

    private Path file(String content) throws IOException {
        Path file = write(content);
        system.setProperty("aide.config", file.toString());
        return file;
    }

    private Path write(String content) throws IOException {
        return Files.write(folder.resolve("aide.properties"), content.getBytes(StandardCharsets.ISO_8859_1));
    }
}
