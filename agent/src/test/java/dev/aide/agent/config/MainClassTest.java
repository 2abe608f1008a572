package dev.aide.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainClassTest {
    private static final String REMEDY =
            ". Name your packages, such as -Daide.include=com.acme.**, or switch aide off with -Daide.mode=off";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} holds {1}")
    @CsvSource({
        "com.acme.Main,                      com.acme.**",
        "com.acme.Main --port 80,            com.acme.**",
        "com.acme.shop.Main,                 com.acme.shop.**",
        "com.acme.shop.web.start.Main,       com.acme.shop.**",
        "acme.Main,                          acme.**",
        "com.acme.Main$Nested,               com.acme.**",
        "Main,                               *",
        "com.acme.app/com.acme.app.run.Main, com.acme.app.**",
        "com.acme.app/com.acme.Main a/b.c,   com.acme.**",
        "acme/Main,                          *",
    })
    void the_package_is_cut_to_three_segments(String command, String include) throws BadConfiguration {
        assertThat(MainClass.of(started(command, "classes")).defaultInclude()).isEqualTo(include);
    }

    @Test
    void a_jar_says_its_main_class_in_its_manifest() throws Exception {
        Path jar = jar("shop.jar", "com.acme.shop.Main", null);

        MainClass main = MainClass.of(started(jar + " --port 80", jar.toString()));

        assertThat(main).hasToString("com.acme.shop.Main");
    }

    @Test
    void a_jar_may_have_spaces_in_its_path() throws Exception {
        Path jar = jar("our shop 2.jar", "com.acme.shop.Main", null);

        assertThat(MainClass.of(started(jar + " first second", jar.toString()))).hasToString("com.acme.shop.Main");
        assertThat(MainClass.of(started(jar.toString(), jar.toString()))).hasToString("com.acme.shop.Main");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.boot.loader.JarLauncher",
                "org.springframework.boot.loader.launch.JarLauncher",
                "org.springframework.boot.loader.launch.PropertiesLauncher"
            })
    void a_spring_boot_jar_says_it_as_start_class(String launcher) throws Exception {
        Path jar = jar("boot.jar", launcher, "com.acme.shop.ShopApplication");

        assertThat(MainClass.of(started(jar.toString(), jar.toString()))).hasToString("com.acme.shop.ShopApplication");
    }

    @Test
    void a_start_class_counts_with_spring_boots_launcher_only() throws Exception {
        Path jar = jar("shop.jar", "com.acme.Main", "com.acme.other.Start");

        assertThat(MainClass.of(started(jar.toString(), jar.toString()))).hasToString("com.acme.Main");
    }

    @Test
    void a_spring_boot_jar_without_start_class_is_a_launcher() throws Exception {
        Path jar = jar("boot.jar", "org.springframework.boot.loader.JarLauncher", null);

        assertUnknown(
                started(jar.toString(), jar.toString()),
                "it was started by the launcher org.springframework.boot.loader.JarLauncher");
    }

    @Test
    void a_jar_without_a_main_class_is_refused() throws Exception {
        Path jar = jar("library.jar", null, null);

        assertUnknown(started(jar.toString(), jar.toString()), "it does not say what its main class is");
    }

    @Test
    void a_jar_that_cannot_be_read_is_refused() throws Exception {
        Path jar = Files.writeString(folder.resolve("broken.jar"), "no zip");

        assertUnknown(
                started(jar.toString(), jar.toString()),
                "its jar " + jar + " cannot be read: zip END header not found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.catalina.startup.Bootstrap",
                "org.apache.maven.surefire.booter.ForkedBooter",
                "org.codehaus.plexus.classworlds.launcher.Launcher",
                "org.gradle.launcher.daemon.bootstrap.GradleDaemon",
                "worker.org.gradle.process.internal.worker.GradleWorkerMain",
                "org.junit.platform.console.ConsoleLauncher",
                "org.eclipse.equinox.launcher.Main",
                "org.eclipse.jetty.start.Main",
                "org.eclipse.jdt.internal.junit.runner.RemoteTestRunner",
                "org.jboss.modules.Main",
                "com.intellij.rt.junit.JUnitStarter",
                "com.sun.tools.javac.launcher.Main",
                "jdk.internal.jshell.tool.JShellToolProvider",
                "sun.tools.jar.Main"
            })
    void launchers_are_not_what_is_to_be_held(String launcher) {
        assertUnknown(started(launcher + " argument", "x.jar"), "it was started by the launcher " + launcher);
    }

    @Test
    void a_program_run_from_source_is_run_by_the_compiler() {
        assertUnknown(
                started("jdk.compiler/com.sun.tools.javac.launcher.Main Hello.java", ""),
                "it was started by the launcher com.sun.tools.javac.launcher.Main");
    }

    @Test
    void a_jvm_embedded_in_another_program_says_nothing() {
        assertUnknown(new Properties(), "it does not say what its main class is");
    }

    private static void assertUnknown(Properties system, String why) {
        assertThatThrownBy(() -> MainClass.of(system))
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("which classes to hold cannot be told from this JVM: " + why + REMEDY);
    }

    private static Properties started(String command, String classPath) {
        Properties system = new Properties();
        system.setProperty("sun.java.command", command);
        system.setProperty("java.class.path", classPath);
        return system;
    }

    private Path jar(String name, String mainClass, String startClass) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (mainClass != null) {
            attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
        }
        if (startClass != null) {
            attributes.putValue("Start-Class", startClass);
        }
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.finish();
        }
        return jar;
    }
}
