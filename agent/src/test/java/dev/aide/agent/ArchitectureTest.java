package dev.aide.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses agent = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.aide");

    @Test
    void packages_depend_one_way() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("config")
                .definedBy("dev.aide.agent.config..")
                .layer("json")
                .definedBy("dev.aide.agent.json..")
                .layer("type")
                .definedBy("dev.aide.agent.type..")
                .layer("classfile")
                .definedBy("dev.aide.agent.classfile..")
                .layer("nulls")
                .definedBy("dev.aide.agent.nulls..")
                .layer("naming")
                .definedBy("dev.aide.agent.naming..")
                .layer("docs")
                .definedBy("dev.aide.agent.docs..")
                .layer("rule")
                .definedBy("dev.aide.agent.rule..")
                .layer("file")
                .definedBy("dev.aide.agent.file..")
                .layer("baseline")
                .definedBy("dev.aide.agent.baseline..")
                .layer("report")
                .definedBy("dev.aide.agent.report..")
                .layer("link")
                .definedBy("dev.aide.agent.link..")
                .layer("weave")
                .definedBy("dev.aide.agent.weave..")
                .layer("start")
                .definedBy("dev.aide.agent.start..")
                .layer("log")
                .definedBy("dev.aide.agent.log..")
                .layer("jmx")
                .definedBy("dev.aide.agent.jmx..")
                .layer("scan")
                .definedBy("dev.aide.agent.scan..")
                .layer("agent")
                .definedBy("dev.aide.agent")
                .layer("attach")
                .definedBy("dev.aide.agent.attach..")
                .layer("cli")
                .definedBy("dev.aide.agent.cli..")
                .whereLayer("agent")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("scan")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("attach")
                .mayOnlyBeAccessedByLayers("agent", "cli")
                .whereLayer("jmx")
                .mayOnlyBeAccessedByLayers("agent")
                .whereLayer("log")
                .mayOnlyBeAccessedByLayers("agent")
                .whereLayer("start")
                .mayOnlyBeAccessedByLayers("log", "jmx", "agent")
                .whereLayer("weave")
                .mayOnlyBeAccessedByLayers("jmx", "agent")
                .whereLayer("link")
                .mayOnlyBeAccessedByLayers("weave", "agent")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("link", "weave", "scan", "log", "jmx", "agent", "cli")
                .whereLayer("baseline")
                .mayOnlyBeAccessedByLayers("report", "link", "weave", "scan", "agent", "cli")
                .whereLayer("file")
                .mayOnlyBeAccessedByLayers("baseline", "report", "cli")
                .whereLayer("rule")
                .mayOnlyBeAccessedByLayers("baseline", "report", "link", "weave", "scan", "jmx", "agent", "cli")
                .whereLayer("naming")
                .mayOnlyBeAccessedByLayers("rule")
                .whereLayer("docs")
                .mayOnlyBeAccessedByLayers("rule", "scan", "cli")
                .whereLayer("nulls")
                .mayOnlyBeAccessedByLayers("weave")
                .whereLayer("classfile")
                .mayOnlyBeAccessedByLayers("nulls", "naming", "docs", "rule", "baseline", "link", "weave", "scan")
                .whereLayer("type")
                .mayOnlyBeAccessedByLayers(
                        "classfile", "nulls", "naming", "docs", "rule", "baseline", "report", "link", "weave")
                .whereLayer("json")
                .mayOnlyBeAccessedByLayers("docs", "report")
                .check(agent);
    }

    @Test
    void what_a_program_may_name_knows_nothing_of_the_agent() {
        noClasses()
                .that()
                .resideInAPackage("dev.aide")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.aide.agent..")
                .check(agent);
    }

    @Test
    void the_way_to_main_uses_only_what_starts_fast() {
        noClasses()
                .that()
                // loaded when something is first written, judged or logged, when somebody starts JMX, or not by the
                // agent at all
                .resideOutsideOfPackages(
                        "dev.aide.agent.file..",
                        "dev.aide.agent.docs..",
                        "dev.aide.agent.log..",
                        "dev.aide.agent.jmx..",
                        "dev.aide.agent.scan..",
                        "dev.aide.agent.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..",
                        "java.util.regex..",
                        "java.util.stream..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.lang.management..",
                        "javax.management..")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .check(agent);
    }

    @Test
    void the_command_line_is_nobody_elses_business() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.aide.agent.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.aide.agent.cli..", "picocli..")
                .check(agent);
    }

    @Test
    void bytecode_is_the_business_of_weaving_and_linking() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.aide.agent.weave..", "dev.aide.agent.link..", "dev.aide.agent.naming..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.bytebuddy..")
                .check(agent);
    }

    @Test
    void no_class_of_the_agent_needs_invokedynamic_to_run() throws Exception {
        List<String> found = new ArrayList<>();
        List<Path> files = classFiles();
        for (Path file : files) {
            new ClassReader(Files.readAllBytes(file))
                    .accept(new DynamicCalls(file.getFileName().toString(), found), 0);
        }

        assertThat(files).hasSizeGreaterThan(50);
        assertThat(found).isEmpty();
    }

    private static List<Path> classFiles() throws IOException, URISyntaxException {
        Path root = Path.of(
                Agent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !root.relativize(file).startsWith("dev/aide/agent/cli"))
                    .filter(file -> !root.relativize(file).startsWith("dev/aide/agent/scan"))
                    .toList();
        }
    }

    private static final class DynamicCalls extends ClassVisitor {
        private final String file;
        private final List<String> found;

        DynamicCalls(String file, List<String> found) {
            super(Opcodes.ASM9);
            this.file = file;
            this.found = found;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... arguments) {
                    found.add(file + "." + name);
                }
            };
        }
    }
}
