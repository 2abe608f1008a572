package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real headless Chromium that reaches nothing but this machine. Leaves screenshots in {@code target/screenshots}. */
final class Browser implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one; where there is none the test is skipped, and says so. */
    static Browser start(Class<?> test) {
        Optional<Path> chrome = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromedriver = onPath("chromedriver");
        boolean isThere = chrome.isPresent() && chromedriver.isPresent();
        if (!isThere) {
            System.err.println(
                    "WARNING: there is no chromium or no chromedriver, " + test.getSimpleName() + " is SKIPPED");
        }
        assumeTrue(isThere, "chromium and chromedriver are installed");
        ChromeOptions options = new ChromeOptions()
                .setBinary(chrome.get().toFile())
                .addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
                .addArguments("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.get().toFile())
                        .build(),
                options);
        driver.manage().window().setSize(new Dimension(1280, 1500));
        return new Browser(driver);
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(each -> Path.of(each, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void open(String url) {
        driver.get(url);
    }

    /** Waits for an element. */
    WebElement await(String selector) {
        Awaitility.await()
                .atMost(LONGEST)
                .ignoreExceptions()
                .until(() -> driver.findElement(By.cssSelector(selector)).isDisplayed());
        return driver.findElement(By.cssSelector(selector));
    }

    /** Waits until an element's text has all of these words. */
    void awaitText(String selector, String... words) {
        Awaitility.await()
                .atMost(LONGEST)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(text(selector)).contains(words));
    }

    /** Waits until an element can be clicked, and does. */
    void click(String selector) {
        Awaitility.await().atMost(LONGEST).ignoreExceptions().until(() -> {
            driver.findElement(By.cssSelector(selector)).click();
            return true;
        });
    }

    void select(String selector, String option) {
        click(selector + " option[value='" + option + "']");
    }

    /** Waits until an element has all of these words, also if it is not shown any more by then. */
    void awaitSaid(String selector, String... words) {
        Awaitility.await()
                .atMost(LONGEST)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                driver.findElement(By.cssSelector(selector)).getDomProperty("textContent"))
                        .contains(words));
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    Object script(String code) {
        return driver.executeScript(code);
    }

    /** What the pages said to the console since the last time: refused by a policy, not found, thrown. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    void prefer(String theme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    }

    /** Pretends to be a telephone, or not. */
    void narrow(boolean isNarrow) {
        if (isNarrow) {
            driver.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 390, "height", 1600, "deviceScaleFactor", 1, "mobile", true));
        } else {
            driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    void screenshot(String name) {
        try {
            Path target = Path.of("target", "screenshots", name + ".png");
            Files.createDirectories(target.getParent());
            Files.write(target, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
