package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class AgentJarContentsIT {
    /**
     * What the agent with its live switching, its readers of sources, its copy of ASM, the report's page, the scan, and the
     * command line with its copy of picocli need now, with a tenth to grow in; more wants a reason.
     */
    private static final long MOST_BYTES = 1_400_000;

    private static final int JAVA_8 = 52;

    @Test
    void holds_nothing_outside_of_aides_own_packages() throws IOException {
        try (JarFile jar = new JarFile(AgentJar.path().toFile())) {
            assertThat(jar.stream().map(JarEntry::getName).filter(name -> !name.endsWith("/")))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("dev/aide/") || name.equals("META-INF/MANIFEST.MF"), "is aide's");
        }
    }

    @Test
    void is_read_by_java_8() throws IOException {
        try (JarFile jar = new JarFile(AgentJar.path().toFile())) {
            List<JarEntry> classes = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .toList();
            for (JarEntry entry : classes) {
                try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
                    in.readInt();
                    in.readUnsignedShort();
                    assertThat(in.readUnsignedShort()).as(entry.getName()).isLessThanOrEqualTo(JAVA_8);
                }
            }
        }
    }

    @Test
    void says_in_its_manifest_what_the_jvm_asks_of_an_agent() throws IOException {
        try (JarFile jar = new JarFile(AgentJar.path().toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Premain-Class")).isEqualTo("dev.aide.agent.Agent");
            assertThat(manifest.getValue("Main-Class")).isEqualTo("dev.aide.agent.cli.Cli");
            assertThat(manifest.getValue("Agent-Class")).isEqualTo("dev.aide.agent.Agent");
            assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
            assertThat(manifest.getValue("Can-Redefine-Classes")).isEqualTo("true");
            assertThat(manifest.getValue("Automatic-Module-Name")).isEqualTo("dev.aide.agent");
            assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
            assertThat(manifest.getValue("Boot-Class-Path")).isNull();
        }
    }

    @Test
    void keeps_to_its_budget() throws IOException {
        assertThat(Files.size(AgentJar.path())).isLessThan(MOST_BYTES);
    }
}
