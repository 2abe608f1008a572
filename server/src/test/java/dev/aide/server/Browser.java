package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.testing.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** A real headless Chromium that reaches nothing but this machine. Leaves screenshots in {@code target/screenshots}. */
final class Browser implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one; where there is none the test is skipped, and says so. */
    static Browser start(Class<?> test) {
        ChromeDriver driver = Chromium.start(test);
        driver.manage().window().setSize(new Dimension(1280, 1500));
        return new Browser(driver);
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
        return Chromium.console(driver);
    }

    void prefer(String theme) {
        Chromium.prefer(driver, theme);
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
