package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentJarTest {
    @TempDir
    Path folder;

    private final String before = System.getProperty(AgentJar.PROPERTY);

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(AgentJar.PROPERTY);
        } else {
            System.setProperty(AgentJar.PROPERTY, before);
        }
    }

    @Test
    void is_where_the_property_says() throws IOException {
        Path jar = Files.createFile(folder.resolve("aide.jar"));
        System.setProperty(AgentJar.PROPERTY, jar.toString());
        assertThat(AgentJar.path()).isEqualTo(jar);
    }

    @Test
    void without_the_property_it_says_how_to_set_it() {
        System.clearProperty(AgentJar.PROPERTY);
        assertThatThrownBy(AgentJar::path)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The system property agent.jar is not set. Run the test through Maven (mvn verify), or add"
                        + " -Dagent.jar=agent/target/aide.jar to its JVM");
    }

    @Test
    void without_the_file_it_says_how_to_build_it() {
        Path absent = folder.resolve("aide.jar");
        System.setProperty(AgentJar.PROPERTY, absent.toString());
        assertThatThrownBy(AgentJar::path)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The system property agent.jar names " + absent
                        + ", where no file is. Build it: mvn -pl agent package");
    }
}
