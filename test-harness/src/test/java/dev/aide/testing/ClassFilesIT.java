package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFilesIT {
    @TempDir
    Path folder;

    @JdkTest
    void each_version_that_a_jdk_reads_runs_on_it(Jdk jdk) {
        ClassFiles.versions(jdk).forEach(version -> {
            Path classes = ClassFiles.service(version).writeTo(folder.resolve("v" + version));
            Outcome outcome = ForkedJvm.on(jdk)
                    .classpath(classes)
                    .main(ClassFiles.MAIN)
                    .run()
                    .expectExit(0);

            assertThat(outcome.stdout()).as("version %d", version).isEqualTo(ClassFiles.output(1));
        });
    }

    @Test
    void each_class_file_says_the_version_asked_for() {
        for (int version = ClassFiles.OLDEST; version <= ClassFiles.NEWEST; version++) {
            int minor = version == 45 ? 3 : 0;
            for (byte[] bytes : ClassFiles.service(version).byName().values()) {
                assertThat(ByteBuffer.wrap(bytes).getInt(4)).isEqualTo(minor << 16 | version);
            }
        }
    }

    @Test
    void a_version_that_cannot_be_written_is_refused() {
        assertThatThrownBy(() -> ClassFiles.service(44))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a class file version from 45 to 69: 44");
    }
}
