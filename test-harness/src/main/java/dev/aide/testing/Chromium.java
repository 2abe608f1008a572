package dev.aide.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A real headless Chromium for tests of pages, driven by Selenium, which whoever uses this class has on the class path.
 *
 * <p>Safe for use by many threads; the drivers that it gives are not.
 */
public final class Chromium {
    private Chromium() {}

    /**
     * Starts one that reaches nothing but this machine, and keeps what pages say to the console. Where {@code chromium} or
     * {@code chromedriver} is not on the path the test is skipped, with a line on standard error.
     *
     * @param test whose name that line has
     * @return a driver; whoever asked for it quits it
     * @throws org.opentest4j.TestAbortedException if there is none
     */
    public static ChromeDriver start(Class<?> test) {
        Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = onPath("chromedriver");
        boolean isThere = chromium.isPresent() && driver.isPresent();
        if (!isThere) {
            System.err.println(
                    "WARNING: there is no chromium or no chromedriver, " + test.getSimpleName() + " is SKIPPED");
        }
        assumeTrue(isThere, "chromium and chromedriver are installed");
        ChromeOptions options = new ChromeOptions()
                .setBinary(chromium.get().toFile())
                .addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
                .addArguments("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.get().toFile())
                        .build(),
                options);
    }

    /** Returns what pages said to the console since the last time: refused by a policy, not found, thrown. */
    public static List<String> console(ChromeDriver driver) {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Lets pages see that a color scheme is preferred, {@code light} or {@code dark}. */
    public static void prefer(ChromeDriver driver, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(each -> Path.of(each, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
