package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
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
    void is_the_one_on_the_class_path_where_nothing_names_it() throws IOException {
        URL inJar = URI.create("jar:file:/some%20folder/aide.jar!/dev/aide/agent/Agent.class")
                .toURL();
        assertThat(AgentJar.jarOf(inJar)).contains(Path.of("/some folder/aide.jar"));

        URL inFolder = URI.create("file:/agent/target/classes/dev/aide/agent/Agent.class")
                .toURL();
        assertThat(AgentJar.jarOf(inFolder))
                .as("classes as compiled are no agent")
                .isEmpty();
    }

    @Test
    void without_any_it_says_how_to_go_on() {
        System.clearProperty(AgentJar.PROPERTY);
        assertThatThrownBy(AgentJar::path)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("aide.jar is not on the class path, and no system property agent.jar names it. Add"
                        + " dev.aide:aide-agent to the dependencies of the tests, or -Dagent.jar=path/of/aide.jar to their"
                        + " JVM; aide's own tests run through mvn verify");
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
