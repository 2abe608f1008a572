package dev.aide.agent.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.agent.naming.Compiled;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
    private static final Compiled CLASSES = Compiled.of("package com.acme; class Order {}");

    @TempDir
    Path folder;

    @Test
    void resources_are_those_of_the_jre_and_then_of_the_first_root_that_has_them() throws IOException {
        new Archive()
                .with("java/util/List.class", "not this one")
                .with("com/acme/Order.class", "first")
                .writeJar(folder.resolve("a.jar"));
        new Archive().with("", CLASSES, "com/acme/Order").writeJar(folder.resolve("b.jar"));
        try (ClassRoots roots = new ClassRoots(17, new Problems(Scanning.by()))) {
            roots.open(folder.resolve("a.jar"));
            roots.open(folder.resolve("b.jar"));
            ClassPath path = new ClassPath(roots.roots());

            assertThat(text(path, "com/acme/Order.class")).isEqualTo("first");
            assertThat(text(path, "java/util/List.class")).isNotEqualTo("not this one");
            assertThat(path.getResourceAsStream("com/acme/Nowhere.class")).isNull();
            assertThat(path.getResource("com/acme/Order.class"))
                    .hasToString("jar:" + folder.resolve("a.jar").toUri().toURL() + "!/com/acme/Order.class");
            assertThat(path.getResourceAsStream("dev/aide/agent/scan/Scan.class"))
                    .as("what aide is made of is none of the program's")
                    .isNull();
        }
    }

    @Test
    void it_loads_no_class_of_theirs() throws IOException {
        new Archive().with("", CLASSES, "com/acme/Order").writeFolder(folder);
        try (ClassRoots roots = new ClassRoots(17, new Problems(Scanning.by()))) {
            roots.open(folder);
            ClassPath path = new ClassPath(roots.roots());

            assertThat(path.getResourceAsStream("com/acme/Order.class")).isNotNull();
            assertThat(path.getResource("com/acme/Order.class"))
                    .hasToString(folder.toUri().toURL() + "com/acme/Order.class");
            assertThatThrownBy(() -> path.loadClass("com.acme.Order")).isInstanceOf(ClassNotFoundException.class);
        }
    }

    private static String text(ClassPath path, String name) throws IOException {
        try (InputStream in = path.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
