package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

class LegacyProgramIT {
    private static final Path JAR = Path.of(System.getProperty("legacy.jar"));

    @JdkTest
    void alone_it_ends_well_with_the_same_report_everywhere(Jdk jdk) throws IOException {
        Outcome outcome = ForkedJvm.on(jdk).jar(JAR).run().expectExit(0);

        assertThat(outcome.stdout()).isEqualTo(report());
        assertThat(outcome.stderr()).isEmpty();
    }

    private static String report() throws IOException {
        try (InputStream in = LegacyProgramIT.class.getResourceAsStream("legacy-report.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
