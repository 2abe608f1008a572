package dev.aide.agent.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.agent.baseline.EntryState;
import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Level;
import dev.aide.agent.naming.Compiled;
import dev.aide.agent.report.CoverageFigures.Figure;
import dev.aide.agent.rule.SourcePlace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanTest {
    private static final String SHOP = """
            package com.acme;

            public class Shop extends org.lib.Base {
                static {
                    System.setProperty("dev.aide.agent.scan.ScanTest", "a scanned class ran");
                }

                void draw(org.lib.Image image, int width, int height) {
                    image.resize(height, width);
                }

                void nine(int a, int b, int c, int d, int e, int f, int g, int h, int i) {}

                @Override
                public void given(int a, int b, int c, int d, int e, int f, int g, int h, int i) {}
            }
            """;
    private static final String IMAGE = """
            package org.lib;

            public class Image {
                public void resize(int width, int height) {}
            }
            """;
    private static final String BASE = """
            package org.lib;

            public class Base {
                public void given(int a, int b, int c, int d, int e, int f, int g, int h, int i) {}
            }
            """;

    private static final Compiled CLASSES = Compiled.of(List.of(SHOP, IMAGE, BASE), "-g");
    private static final String NINE = "arity.declared com.acme.Shop.nine";
    private static final String SWAPPED = "convention.swapped com.acme.Shop.draw";
    private static final String OF_LIBRARY = "arity.declared org.lib.Base.given";

    @TempDir
    Path folder;

    @Test
    void finds_what_is_wrong_in_classes_without_running_them() {
        Scanning scanning = Scanning.by();
        Archive all = shop("").with("", CLASSES, "org/lib/Image").with("", CLASSES, "org/lib/Base");

        ScanResult result = scanning.of(all.writeFolder(folder));

        assertThat(Scanning.found(result)).containsExactly(NINE, OF_LIBRARY, SWAPPED);
        assertThat(Scanning.judged(result)).isEqualTo(3);
        assertThat(result.isWhole()).isTrue();
        assertThat(scanning.problems).isEmpty();
        assertThat(scanning.progress).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(System.getProperty("dev.aide.agent.scan.ScanTest")).isNull();
    }

    @Test
    void knows_of_libraries_what_they_declare_and_does_not_judge_them() {
        Path shop = shop("").writeJar(folder.resolve("shop.jar"));
        Path library = library().writeJar(folder.resolve("library.jar"));
        Scanning scanning = Scanning.by();

        assertThat(Scanning.found(scanning.of(shop)))
                .as("what cannot be read may be what is overridden, and has no names")
                .containsExactly();
        assertThat(Scanning.found(
                        scanning.run(Scan.of(scanning.settings, List.of(shop)).withLibraries(List.of(library)))))
                .containsExactly(NINE, SWAPPED);
        Scanning named = Scanning.by("aide.include", "**");
        assertThat(Scanning.found(
                        named.run(Scan.of(named.settings, List.of(shop)).withLibraries(List.of(library)))))
                .containsExactly(NINE, SWAPPED);
    }

    @ParameterizedTest
    @CsvSource({
        "BOOT-INF/classes/, BOOT-INF/lib/library.jar, app.jar",
        "WEB-INF/classes/, WEB-INF/lib/library.jar, app.war"
    })
    void a_program_with_its_libraries_in_one_jar_is_judged_without_them_unless_they_are_named(
            String classes, String library, String name) {
        Archive program = shop(classes)
                .with(library, library().jar())
                .with(
                        "",
                        Compiled.of("package launch; class Start { void ten(int a, int b, int c, int d, int e, int f,"
                                + " int g, int h, int i, int j) {} }"),
                        "launch/Start");

        Path jar = program.writeJar(folder.resolve(name));

        ScanResult result = Scanning.by().of(jar);
        assertThat(Scanning.found(result)).containsExactly(NINE, SWAPPED);
        assertThat(result.report().total(Figure.CLASSES_OUT_OF_SCOPE)).isEqualTo(3);
        assertThat(Scanning.found(Scanning.by("aide.include", "**").of(jar)))
                .containsExactly(NINE, "arity.declared launch.Start.ten", OF_LIBRARY, SWAPPED);
        assertThat(Scanning.found(Scanning.by("aide.include", "org.lib.**").of(jar)))
                .containsExactly(OF_LIBRARY);
        assertThat(Scanning.found(Scanning.by().of(program.writeFolder(folder.resolve("unpacked")))))
                .as("unpacked, the launcher is a class like any other")
                .containsExactly(NINE, "arity.declared launch.Start.ten", SWAPPED);
    }

    @Test
    void an_ear_is_judged_with_its_modules() {
        byte[] war = shop("WEB-INF/classes/").jar();
        byte[] beans = new Archive()
                .with(
                        "",
                        Compiled.of("package com.bean; class Bean { void ten(int a, int b, int c, int d, int e, int f,"
                                + " int g, int h, int i, int j) {} }"),
                        "com/bean/Bean")
                .jar();

        Path ear = new Archive()
                .with("web.war", war)
                .with("beans.jar", beans)
                .with("lib/library.jar", library().jar())
                .writeJar(folder.resolve("shop.ear"));

        assertThat(Scanning.found(Scanning.by().of(ear)))
                .containsExactly(NINE, "arity.declared com.bean.Bean.ten", SWAPPED);
    }

    @Test
    void include_and_exclude_choose_classes() {
        Path jar = library().with("", CLASSES, "com/acme/Shop").writeJar(folder.resolve("fat.jar"));

        assertThat(Scanning.found(Scanning.by("aide.include", "com.acme.**").of(jar)))
                .containsExactly(NINE, SWAPPED);
        assertThat(Scanning.found(Scanning.by("aide.exclude", "com.acme.**").of(jar)))
                .containsExactly(OF_LIBRARY);
        assertThat(Scanning.found(Scanning.by("aide.rule.convention", "off", "aide.arity.max", "9")
                        .of(jar)))
                .isEmpty();
    }

    @Test
    void levels_are_those_of_the_settings() {
        Path jar = library().with("", CLASSES, "com/acme/Shop").writeJar(folder.resolve("fat.jar"));

        ScanResult result =
                Scanning.by("aide.rule.convention.swapped", "enforce").of(jar);

        assertThat(result.unknown(Level.WARN)).hasSize(3);
        assertThat(result.unknown(Level.ENFORCE))
                .extracting(finding -> finding.kind().className())
                .containsExactly("com.acme.Shop");
    }

    @Test
    void of_a_multi_release_jar_the_classes_of_the_release_count() {
        Compiled older = Compiled.of("package com.acme; class Many { void ten(int a, int b, int c, int d, int e, int f,"
                + " int g, int h, int i, int j) {} }");
        Compiled newer = Compiled.of("package com.acme; class Many { void eleven(int a, int b, int c, int d, int e,"
                + " int f, int g, int h, int i, int j, int k) {} }");
        Archive many = new Archive()
                .with("com/acme/Many.class", older.bytes("com/acme/Many"))
                .with("META-INF/versions/11/com/acme/Many.class", newer.bytes("com/acme/Many"));
        Path plain = many.writeJar(folder.resolve("plain.jar"));
        Path multiRelease = many.with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n\n")
                .writeJar(folder.resolve("many.jar"));

        assertThat(found(multiRelease, 8)).containsExactly("arity.declared com.acme.Many.ten");
        assertThat(found(multiRelease, 10)).containsExactly("arity.declared com.acme.Many.ten");
        assertThat(found(multiRelease, 11)).containsExactly("arity.declared com.acme.Many.eleven");
        assertThat(found(plain, 11)).containsExactly("arity.declared com.acme.Many.ten");
    }

    @Test
    void what_is_broken_is_told_in_a_line_and_the_rest_is_judged() throws IOException {
        byte[] whole = CLASSES.bytes("com/acme/Shop");
        Path broken = library()
                .with("", CLASSES, "com/acme/Shop")
                .with("com/acme/Text.class", "no class at all")
                .with("com/acme/Short.class", Arrays.copyOf(whole, whole.length / 2))
                .with("com/acme/Other.class", whole)
                .with("com/acme/Newer.class", ofVersion(72, whole))
                .with("lib/nested.jar", "no jar either")
                .writeJar(folder.resolve("broken.jar"));
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar at all");
        Path missing = folder.resolve("missing.jar");
        Scanning scanning = Scanning.by();

        ScanResult result = scanning.of(text, missing, broken);

        assertThat(Scanning.found(result)).containsExactly(NINE, OF_LIBRARY, SWAPPED);
        assertThat(result.isWhole()).isFalse();
        assertThat(result.report().total(Figure.CLASSES_NOT_JUDGED)).isEqualTo(4);
        assertThat(scanning.problems)
                .hasSize(7)
                .contains(
                        missing + " is not there; name jars and folders of classes",
                        broken + "!/com/acme/Text.class is not judged: it does not begin as class files do",
                        broken + "!/com/acme/Other.class is not judged: it holds com.acme.Shop, which nobody would look"
                                + " for there",
                        broken
                                + "!/com/acme/Newer.class is not judged: its class file version 72 is newer than this aide"
                                + " knows; update aide")
                .anyMatch(line -> line.startsWith(text + " cannot be read as a jar: "))
                .anyMatch(line -> line.startsWith(broken + "!/lib/nested.jar cannot be read as a jar: "))
                .anyMatch(line -> line.startsWith(
                        broken + "!/com/acme/Short.class is not judged: it is cut short or damaged (java.lang."));
        assertThat(result.report().jvms().get(0).coverage().problems())
                .containsExactlyInAnyOrderElementsOf(scanning.problems);
    }

    @Test
    void of_two_classes_with_one_name_the_first_counts() {
        Path first = shop("").writeJar(folder.resolve("first.jar"));
        Path second = library().with("", CLASSES, "com/acme/Shop").writeJar(folder.resolve("second.jar"));
        Scanning scanning = Scanning.by();

        ScanResult result = scanning.of(first, second);

        assertThat(Scanning.judged(result)).isEqualTo(3);
        assertThat(Scanning.found(result)).containsExactly(NINE, OF_LIBRARY, SWAPPED);
        assertThat(scanning.problems)
                .containsExactly("1 class is there more than once: the first one counts, as on a class path");
        assertThat(result.isWhole()).isTrue();
    }

    @Test
    void what_is_recorded_is_known_from_then_on_and_what_is_new_is_not() throws IOException {
        Path jar = library().with("", CLASSES, "com/acme/Shop").writeJar(folder.resolve("fat.jar"));
        String baseline = folder.resolve("aide-baseline.txt").toString();

        ScanResult recording = Scanning.by("aide.baseline", baseline, "aide.baseline.update", "true")
                .of(jar);
        assertThat(recording.report().baseline().recorded()).isEqualTo(3);
        assertThat(recording.unknown(Level.WARN)).isEmpty();

        List<String> lines = Files.readAllLines(Path.of(baseline));
        assertThat(lines)
                .contains("convention.swapped com.acme.Shop#draw(Image,int,int) Image.resize height,\\u0020width");
        lines.removeIf(line -> line.startsWith("convention.swapped"));
        lines.add("docs.missing com.acme.Shop#gone() documentation missing");
        lines.add("arity.declared com.acme.Shop#draw(Image,int,int) parameters 12");
        Files.write(Path.of(baseline), lines);

        ScanResult holding = Scanning.by("aide.baseline", baseline).of(jar);
        assertThat(Scanning.found(holding)).containsExactly(SWAPPED);
        assertThat(holding.report().baseline().entries())
                .filteredOn(EntryState::isSeen)
                .hasSize(2);
        assertThat(holding.report().baseline().entries())
                .filteredOn(EntryState::isStale)
                .extracting(EntryState::entry)
                .containsExactly("docs.missing com.acme.Shop#gone() documentation missing");
        assertThat(holding.report().baseline().entries())
                .filteredOn(EntryState::isObsolete)
                .extracting(EntryState::entry)
                .containsExactly("arity.declared com.acme.Shop#draw(Image,int,int) parameters 12");
    }

    @Test
    void a_baseline_that_is_not_there_stops_the_scan() {
        Scanning scanning =
                Scanning.by("aide.baseline", folder.resolve("missing.txt").toString());

        assertThatThrownBy(() -> Scan.of(scanning.settings, List.of(folder)).run(scanning))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageContaining("missing.txt is not there");
    }

    @Test
    void findings_lead_to_the_sources_where_they_are_in_the_working_folder() throws IOException {
        Path project = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "scanned");
        Path classes = shop("").writeFolder(project.resolve("target/classes"));
        library().writeFolder(classes);
        new Archive().with("com/acme/Shop.java", SHOP).writeFolder(project.resolve("src/main/java"));

        ScanResult result = Scanning.by().of(classes);

        assertThat(result.unknown(Level.WARN))
                .extracting(finding -> finding.kind().source())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyInAnyOrder(
                        SourcePlace.found(project + "/src/main/java/com/acme/Shop.java", 9),
                        SourcePlace.found(project + "/src/main/java/com/acme/Shop.java", 12),
                        SourcePlace.below("org/lib/Base.java", 4));
    }

    private List<String> found(Path jar, int release) {
        Scanning scanning = Scanning.by();
        return Scanning.found(
                scanning.run(Scan.of(scanning.settings, List.of(jar)).forRelease(release)));
    }

    private static Archive shop(String below) {
        return new Archive().with(below, CLASSES, "com/acme/Shop");
    }

    private static Archive library() {
        return new Archive().with("", CLASSES, "org/lib/Image").with("", CLASSES, "org/lib/Base");
    }

    private static byte[] ofVersion(int major, byte[] classFile) {
        byte[] copy = classFile.clone();
        ByteBuffer.wrap(copy).putShort(6, (short) major);
        return copy;
    }
}
