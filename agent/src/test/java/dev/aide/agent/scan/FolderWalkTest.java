package dev.aide.agent.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.aide.agent.naming.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWalkTest {
    private static final Compiled CLASSES = Compiled.of("package com.acme; class Order { class Line {} }");
    private static final Compiled UNNAMED = Compiled.of("class Tool {}");

    @TempDir
    Path folder;

    private final Scanning scanning = Scanning.by();

    @Test
    void roots_are_where_the_names_in_class_files_say() {
        new Archive()
                .with("orders/target/classes/", CLASSES, "com/acme/Order")
                .with("orders/target/classes/", CLASSES, "com/acme/Order$Line")
                .with("tools/build/", UNNAMED, "Tool")
                .writeFolder(folder);

        FolderWalk walk = walk();

        assertThat(walk.roots())
                .containsOnlyKeys(folder.resolve("orders/target/classes"), folder.resolve("tools/build"))
                .containsEntry(
                        folder.resolve("orders/target/classes"),
                        new TreeSet<>(Set.of("com/acme/Order.class", "com/acme/Order$Line.class")));
    }

    @Test
    void a_class_that_cannot_be_read_belongs_to_the_packages_around_it() {
        new Archive()
                .with("classes/", CLASSES, "com/acme/Order")
                .with("classes/com/acme/broken/Broken.class", "broken")
                .writeFolder(folder);

        assertThat(walk().roots())
                .containsExactly(entry(
                        folder.resolve("classes"),
                        new TreeSet<>(Set.of("com/acme/Order.class", "com/acme/broken/Broken.class"))));
    }

    @Test
    void jars_are_found_at_any_depth_and_versions_of_classes_are_none_outside_of_one() {
        new Archive()
                .with("lib/a.jar", "")
                .with("lib/deep/b.WAR", "")
                .with("lib/readme.txt", "")
                .with("META-INF/versions/11/", CLASSES, "com/acme/Order")
                .writeFolder(folder);

        FolderWalk walk = walk();

        assertThat(walk.jars()).containsExactly(folder.resolve("lib/a.jar"), folder.resolve("lib/deep/b.WAR"));
        assertThat(walk.roots()).isEmpty();
    }

    @Test
    void a_link_that_leads_back_ends_nothing() throws IOException {
        new Archive().with("classes/", CLASSES, "com/acme/Order").writeFolder(folder);
        Files.createSymbolicLink(folder.resolve("classes/back"), folder);

        assertThat(walk().roots()).containsOnlyKeys(folder.resolve("classes"));
        assertThat(scanning.problems).isEmpty();
    }

    private FolderWalk walk() {
        return FolderWalk.of(folder, new Problems(scanning));
    }
}
