package dev.aide.agent.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.naming.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanSummaryTest {
    private static final Compiled CLASSES = Compiled.of("""
            package com.acme;

            public class Shop {
                void nine(int a, int b, int c, int d, int e, int f, int g, int h, int i) {}

                void draw(int width, int height) {
                    resize(height, width);
                }

                void resize(int width, int height) {}

                abstract static class Open {
                    abstract void ten(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j);
                }
            }
            """, "-g");

    @TempDir
    Path folder;

    private Path jar() {
        return new Archive()
                .with("", CLASSES, "com/acme/Shop")
                .with("", CLASSES, "com/acme/Shop$Open")
                .writeJar(folder.resolve("shop.jar"));
    }

    @Test
    void each_finding_is_a_line_in_the_order_of_the_sources_then_come_figures() {
        Scanning scanning = Scanning.by("aide.rule.convention.swapped", "enforce");

        assertThat(new ScanSummary(scanning.settings, scanning.of(jar()), 100)).hasToString("""
                com/acme/Shop.java: arity.declared: com.acme.Shop$Open.ten(int arg0, int arg1, int arg2, int arg3, int arg4, int arg5, int arg6, int arg7, int arg8, int arg9) has 10 parameters, at most 8 are allowed (aide.arity.max)
                com/acme/Shop.java:4: arity.declared: com.acme.Shop.nine(int a, int b, int c, int d, int e, int f, int g, int h, int i) has 9 parameters, at most 8 are allowed (aide.arity.max)
                com/acme/Shop.java:7: convention.swapped (enforced): com.acme.Shop.draw(int width, int height) calls Shop.resize the wrong way round: com.acme.Shop.resize(width, height) is given height as width, width as height (Shop.java:7)

                aide scan of shop.jar · warn · ** (by default; aide.include changes it)
                  classes     judged 2 · out of scope 0 · not judged 0
                  found       3 findings
                    arity.declared  2: no method has more parameters than aide.arity.max
                    convention.swapped  1: no call passes variables named as other parameters
                """);
    }

    @Test
    void what_is_too_much_for_a_terminal_is_counted() {
        Scanning scanning = Scanning.by();

        assertThat(new ScanSummary(scanning.settings, scanning.of(jar()), 1).toString())
                .startsWith("com/acme/Shop.java: arity.declared: ")
                .contains("\nand 2 more; a report has them all: -Daide.report=aide.html\n\naide scan of ");
    }

    @Test
    void what_a_baseline_knows_is_not_listed() throws IOException {
        Path baseline = Files.write(
                folder.resolve("baseline.txt"),
                List.of(
                        "arity.declared com.acme.Shop#gone() parameters 9",
                        "convention.swapped com.acme.Shop#draw(int,int) Shop.resize height,\\u0020width"));
        Scanning scanning = Scanning.by("aide.baseline", baseline.toString(), "aide.rule.arity", "off");

        assertThat(new ScanSummary(scanning.settings, scanning.of(jar()), 100)).hasToString("""
                aide scan of shop.jar · warn · ** (by default; aide.include changes it)
                  classes     judged 2 · out of scope 0 · not judged 0
                  baseline    2 entries · seen 1 · 1 stale (no such method)
                  new         0 findings
                """);
    }
}
