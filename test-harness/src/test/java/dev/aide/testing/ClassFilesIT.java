package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFilesIT {
    @TempDir
    Path folder;

    @JdkTest
    void each_version_that_a_jdk_reads_runs_on_it(Jdk jdk) {
        ClassFiles.versions(jdk).forEach(version -> {
            Path classes = ClassFiles.service(version).writeTo(folder.resolve("v" + version));
            ForkedJvm program = ForkedJvm.on(jdk).classpath(classes).main(ClassFiles.MAIN);

            assertThat(program.run().expectExit(0).stdout())
                    .as("version %d", version)
                    .isEqualTo(checksum(1));
            assertThat(program.args("polluted").run().expectExit(0).stdout())
                    .as("version %d, polluted", version)
                    .isEqualTo(checksum(2));
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

    /** What Java would print, with as many names and entries in stock. */
    private static String checksum(long size) {
        LongStream services = LongStream.of(size + 42, size, size, size, size, size, size, 2);
        long eachLayout = 1 + 2 * size + 4 * size + 5 + 6 * size + 7 + 8;
        LongStream layouts = LongStream.generate(() -> eachLayout).limit(2 * 8);
        return "checksum " + LongStream.concat(services, layouts).reduce(0, (sum, value) -> 31 * sum + value) + "\n";
    }
}
