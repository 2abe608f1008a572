package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;

/**
 * Looks at the HTML report as people do, in a real browser: what it shows, how it is filtered and sorted, and that names
 * from class files stay text. Leaves screenshots in {@code target/screenshots}.
 */
class HtmlReportIT {
    private static final String EVIL = "fixture.<img src=x onerror=window.pwned=1><b>bold";

    @TempDir
    static Path folder;

    private static Path report;
    private static ChromeDriver browser;

    @BeforeAll
    static void makeReportAndStartBrowser() throws IOException {
        browser = Chromium.start(HtmlReportIT.class);
        report = makeReport();
        browser.manage().window().setSize(new Dimension(1200, 1500));
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void open() {
        Chromium.prefer(browser, "light");
        browser.get(report.toUri().toString());
    }

    @Test
    void shows_summary_findings_baseline_and_jvm() throws IOException {
        assertThat(browser.getTitle()).isEqualTo("aide: fixture.Shown");
        assertThat(text("#verdict")).contains("7 new findings, 10 violations", "1 finding enforced");
        assertThat(text("#cards"))
                .contains("7\nnew findings", "10\nviolations", "2\nknown findings, in the baseline")
                .contains("12\nof 15 checked methods executed");
        assertThat(groups()).containsExactly("types.argument", "types.return");
        assertThat(text("#baseline"))
                .contains("5 entries · 2 seen · 2 look obsolete · 1 stale")
                .contains("types.argument fixture.shop.Orders#fits(List) values[] Integer", "at least 2 runs")
                .contains("arity.declared fixture.shop.Orders#fits(List) parameters 9 judged")
                .contains("types.argument fixture.shop.Orders#gone(List) values[] Integer");
        assertThat(text("#jvms"))
                .contains("fixture.Shown", "aide.mode=warn,fixture.stock.**=enforce", "classes checked");
        screenshot("light");
    }

    @Test
    void a_finding_opens_to_its_callers_and_how_to_fix_and_silence_it() throws IOException {
        WebElement finding = finding("take0(List<String> values)");
        finding.findElement(By.tagName("summary")).click();

        assertThat(finding.getText())
                .contains("new", "warn", "4×", "values[] is java.lang.Integer, declared java.lang.String")
                .contains("4 times, first 20", ", last 20")
                .contains("Its method ran 4 times.")
                .contains("fixture.Shown.main(Shown.java:", "fixture.Shown.again(Shown.java:")
                .contains("Look at the caller: it passes a value that the method's generic type forbids")
                .contains("Add this line to the baseline:")
                .contains("types.argument fixture.shop.Orders#take0(List) values[] Integer")
                .contains("-Daide.rule.types.argument=fixture.shop.Orders=off");
        screenshot("open");
    }

    @Test
    void groups_by_rule_package_or_method() {
        select("group", "package");
        assertThat(groups()).contains("fixture.shop", "fixture.stock").hasSize(3);

        select("group", "method");
        assertThat(groups()).hasSize(9).contains("fixture.shop.Orders.take1(List<String> values)");

        select("group", "");
        assertThat(groups()).isEmpty();
        assertThat(findings()).hasSize(9);
    }

    @Test
    void sorts_new_ones_first_then_as_asked() {
        select("group", "");
        assertThat(findings().get(0)).contains("take0");
        assertThat(findings().subList(7, 9)).allMatch(text -> text.startsWith("known"));

        select("sort", "method");
        assertThat(findings().subList(1, 6))
                .extracting(text -> text.lines().findFirst().orElse("").replaceAll(".*\\.(\\w+)\\(.*", "$1"))
                .containsExactly("give", "take0", "take1", "take2", "take3");
    }

    @Test
    void sorts_by_how_often_methods_ran_where_that_was_counted() {
        select("group", "");
        select("sort", "executions");

        assertThat(findings().get(0)).contains("take2(List<String> values)", "ran 51×");
        assertThat(findings().get(1)).contains("take0(List<String> values)", "ran 4×");
    }

    @Test
    void filters_by_words_state_and_rule() {
        browser.findElement(By.id("search")).sendKeys("ORDERS take1");
        assertThat(findings()).singleElement().asString().contains("take1(");
        assertThat(text("#shown")).isEqualTo("Showing 1 of 9 findings");

        browser.findElement(By.cssSelector("details.finding > summary")).click();
        String id = text(".body code.id");
        assertThat(id).matches("[0-9a-f]{16}");
        browser.findElement(By.id("search")).clear();
        browser.findElement(By.id("search")).sendKeys(id);
        assertThat(findings()).singleElement().asString().contains("take1(");

        browser.findElement(By.id("search")).sendKeys(" nowhere");
        assertThat(findings()).isEmpty();
        assertThat(text("#list")).isEqualTo("Nothing matches these filters.");

        open();
        browser.findElement(By.cssSelector("[data-state=known]")).click();
        assertThat(findings()).hasSize(2).allMatch(text -> text.startsWith("known"));
        browser.findElement(By.cssSelector("[data-state=new]")).click();
        assertThat(findings()).hasSize(7).allMatch(text -> text.startsWith("new"));

        select("rule", "types.return");
        assertThat(findings()).singleElement().asString().contains("give(");
    }

    @Test
    void is_dark_where_the_system_is_and_where_asked() throws IOException {
        assertThat(background()).isEqualTo("rgb(245, 246, 248)");

        Chromium.prefer(browser, "dark");
        browser.navigate().refresh();
        assertThat(background()).isEqualTo("rgb(16, 20, 26)");
        finding("take0(List<String> values)").findElement(By.tagName("summary")).click();
        screenshot("dark");

        browser.findElement(By.id("theme")).click();
        assertThat(background()).isEqualTo("rgb(245, 246, 248)");
    }

    @Test
    void fits_a_narrow_window() throws IOException {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 1600, "deviceScaleFactor", 1, "mobile", true));
        try {
            browser.navigate().refresh();
            assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            screenshot("narrow");
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @Test
    void names_from_class_files_stay_text() {
        assertThat(text("#list")).contains(EVIL + ".odd(List<String> values)");
        assertThat(browser.findElements(By.cssSelector("img, #list b:not(.mono):not(.times b)")))
                .isEmpty();
        assertThat(browser.executeScript("return window.pwned")).isNull();
    }

    @Test
    void needs_nothing_else_and_reports_no_errors() {
        assertThat(browser.executeScript("return performance.getEntriesByType('resource').length"))
                .isEqualTo(0L);
        assertThat(Chromium.console(browser)).isEmpty();
    }

    private static Path makeReport() throws IOException {
        String methods = IntStream.range(0, 4)
                .mapToObj(i -> "public static void take" + i + "(List<String> values) {}\n")
                .collect(Collectors.joining());
        CompiledClasses compiled = JavaSources.release(8)
                .source(
                        "fixture.shop.Orders",
                        "package fixture.shop; import java.util.*; public class Orders {\n" + methods
                                + "public static List<String> give(List values) { return values; }\n"
                                + "public static void fits(List<String> values) {}\n"
                                + "public static void known(List<String> values) {}\n"
                                + "public static void knownToo(Map<String, Integer> stock) {} }")
                .source(
                        "fixture.stock.Stock",
                        "package fixture.stock; import java.util.*; public class Stock {"
                                + " public Stock(Map<String, List<Integer>> weeks) {} }")
                .source(
                        "fixture.Evil",
                        "package fixture; import java.util.*; public class Evil {"
                                + " public static void odd(List<String> values) {} }")
                .source("fixture.Shown", """
                        package fixture;
                        import fixture.shop.Orders;
                        import java.util.*;
                        public class Shown {
                            public static void main(String[] args) {
                                List wrong = Arrays.asList("tea", 7);
                                Orders.take0(wrong);
                                again(wrong);
                                Orders.take1(wrong);
                                Orders.take2(wrong);
                                for (int i = 0; i < 50; i++) {
                                    Orders.take2(Arrays.asList("cake"));
                                }
                                Orders.take3(wrong);
                                Orders.give(wrong);
                                Orders.fits(Arrays.asList("tea"));
                                Orders.fits(Arrays.asList("cake"));
                                Orders.known(wrong);
                                Orders.knownToo((Map) Collections.singletonMap("tea", "7"));
                                Evil.odd(wrong);
                                try {
                                    new fixture.stock.Stock((Map) Collections.singletonMap("tea", wrong));
                                } catch (ClassCastException e) {
                                    // as old code does
                                }
                            }
                            private static void again(List wrong) {
                                for (int i = 0; i < 3; i++) {
                                    Orders.take0(wrong);
                                }
                            }
                        }
                        """)
                .compile();
        renamed(compiled).writeTo(folder.resolve("classes"));
        Path baseline = Files.write(
                folder.resolve("known.txt"),
                List.of(
                        "arity.declared fixture.shop.Orders#fits(List) parameters 9",
                        "types.argument fixture.shop.Orders#known(List) values[] Integer",
                        "types.argument fixture.shop.Orders#knownToo(Map) stock{value} String",
                        "types.argument fixture.shop.Orders#fits(List) values[] Integer",
                        "types.argument fixture.shop.Orders#gone(List) values[] Integer"));
        Path html = folder.resolve("aide.html");
        ForkedJvm.on(Jdk.running())
                .agent(AgentJar.path())
                // values alone: what needs no call is for other tests
                .property("aide.rule.convention", "off")
                .property("aide.mode", "warn,fixture.stock.**=enforce")
                .property("aide.baseline", baseline.toString())
                .property("aide.baseline.proof", "2")
                .property("aide.counts", "true")
                .property("aide.report", html.toString())
                .classpath(folder.resolve("classes"))
                .main("fixture.Shown")
                .run()
                .expectExit(0);
        return html;
    }

    /** Gives a class a name that no compiler gives, and that JVMs take (JVMS 4.2.1). */
    private static CompiledClasses renamed(CompiledClasses classes) {
        SimpleRemapper remapper = new SimpleRemapper(Opcodes.ASM9, "fixture/Evil", EVIL.replace('.', '/'));
        return new CompiledClasses(classes.byName().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().equals("fixture.Evil") ? EVIL : each.getKey(), each -> {
                    ClassWriter writer = new ClassWriter(0);
                    new ClassReader(each.getValue()).accept(new ClassRemapper(writer, remapper), 0);
                    return writer.toByteArray();
                })));
    }

    private static String text(String selector) {
        return browser.findElement(By.cssSelector(selector)).getText();
    }

    private static List<String> groups() {
        return browser.findElements(By.cssSelector(".group > h3 > .mono")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static List<String> findings() {
        return browser.findElements(By.cssSelector("details.finding")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static WebElement finding(String method) {
        return browser.findElements(By.cssSelector("details.finding")).stream()
                .filter(each -> each.getText().contains(method))
                .findFirst()
                .orElseThrow();
    }

    private static void select(String id, String value) {
        new Select(browser.findElement(By.id(id))).selectByValue(value);
    }

    private static String background() {
        return (String) browser.executeScript("return getComputedStyle(document.body).backgroundColor");
    }

    private static void screenshot(String name) throws IOException {
        Path target = Path.of("target", "screenshots", "report-" + name + ".png");
        Files.createDirectories(target.getParent());
        Files.write(target, browser.getScreenshotAs(OutputType.BYTES));
    }
}
