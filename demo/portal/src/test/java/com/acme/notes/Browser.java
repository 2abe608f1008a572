package com.acme.notes;

import dev.aide.testing.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium. What it is to see or click is waited for. Leaves screenshots in {@code target/screenshots}. */
final class Browser implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final ChromeDriver driver;
    private final WebDriverWait waiting;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        this.waiting = new WebDriverWait(driver, LONG);
    }

    /** Starts one; skips the test, and says so, where there is none. */
    static Browser start() {
        ChromeDriver started = Chromium.start(PageIT.class);
        started.manage().window().setSize(new Dimension(1200, 800));
        return new Browser(started);
    }

    void open(String url) {
        driver.get(url);
    }

    void reload() {
        driver.navigate().refresh();
    }

    void click(String selector) {
        waiting.until(ExpectedConditions.elementToBeClickable(By.cssSelector(selector)))
                .click();
    }

    void clickText(String selector, String text) {
        waiting.until(unused -> {
                    List<WebElement> all = driver.findElements(By.cssSelector(selector));
                    return all.stream()
                            .filter(each -> each.getText().contains(text))
                            .findFirst()
                            .orElse(null);
                })
                .click();
    }

    /** Types a text into a field, instead of what is there. */
    void type(String selector, String text) {
        WebElement field = waiting.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE, text);
    }

    /** Gives a file to a field that people do not see. */
    void choose(String selector, Path file) {
        driver.findElement(By.cssSelector(selector)).sendKeys(file.toString());
    }

    void waitForText(String selector, String text) {
        waiting.until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
    }

    void waitFor(String selector) {
        waiting.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    /** Waits until people see no such thing. */
    void waitForNone(String selector) {
        waiting.until(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector(selector)));
    }

    /** Waits until there are so many that people see. */
    void waitForCount(String selector, int count) {
        waiting.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector(selector), count));
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    Object run(String script) {
        return driver.executeScript(script);
    }

    /** Waits until a script returns a value. */
    void waitFor(String script, Object value) {
        waiting.until(unused -> value.equals(driver.executeScript("return " + script)));
    }

    /** What the page, or its policy, complained of since it was asked last; not that somebody left while it was connecting. */
    List<String> complaints() {
        return Chromium.console(driver).stream()
                .filter(line -> !line.contains("WebSocket is closed before the connection is established"))
                .toList();
    }

    void prefer(String theme) {
        Chromium.prefer(driver, theme);
    }

    void narrow(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", true));
    }

    void height(int height) {
        driver.manage().window().setSize(new Dimension(1200, height));
    }

    void wide() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    void screenshot(String name) throws IOException {
        Path target = Path.of("target", "screenshots", "notes-" + name + ".png");
        Files.createDirectories(target.getParent());
        Files.write(target, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
