package dev.aide.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.agent.config.ReportFile.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFileTest {
    @ParameterizedTest
    @CsvSource({"out/aide.html, HTML", "aide.sarif, SARIF", "/tmp/a.json, JSON", "TEST-aide.xml, JUNIT"})
    void the_ending_says_the_format(String path, Format format) throws BadConfiguration {
        assertThat(ReportFile.parse(path, "-Daide.report").format()).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aide.htm", "aide", "html", "aide.json.gz"})
    void another_ending_is_refused(String path) {
        assertThatThrownBy(() -> ReportFile.parse(path, "-Daide.report"))
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("-Daide.report: '" + path
                        + "' is not a report's name; end it in .html, .sarif, .json or .xml (JUnit)");
    }

    @Test
    void process_and_time_are_put_in() throws BadConfiguration {
        ReportFile file = ReportFile.parse("out/%t/aide-%p-%p.json", "-Daide.report");

        assertThat(file.path("12", "20261123-061000")).isEqualTo("out/20261123-061000/aide-12-12.json");
        assertThat(file.namesProcess()).isTrue();
        assertThat(file.namesTime()).isTrue();
        assertThat(ReportFile.parse("aide.json", "").namesProcess()).isFalse();
        assertThat(ReportFile.parse("aide.json", "").namesTime()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aide-%d.html", "100%.html", "%P.html"})
    void what_stands_for_nothing_is_refused(String path) {
        assertThatThrownBy(() -> ReportFile.parse(path, "-Daide.report"))
                .hasMessage("-Daide.report: '" + path
                        + "' has a % that stands for nothing; write %p (process id) or %t (time of start)");
    }
}
