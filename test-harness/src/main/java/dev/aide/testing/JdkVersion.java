package dev.aide.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out the feature version of the JDK in a folder. */
final class JdkVersion {
    /** Up to Java 8, {@code 1.8.0_504}; since Java 9, {@code 25.0.3} or {@code 26-ea} (JEP 223). */
    private static final Pattern VERSION = Pattern.compile("\"(?:1\\.)?(\\d+)[^\"]*\"");

    private JdkVersion() {}

    static OptionalInt of(Path home) {
        Path release = home.resolve("release");
        OptionalInt released = Files.isReadable(release) ? inReleaseFile(release) : OptionalInt.empty();
        return released.isPresent() ? released : asked(home);
    }

    static OptionalInt parse(String text) {
        Matcher matcher = VERSION.matcher(text);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    private static OptionalInt inReleaseFile(Path file) {
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            release.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return parse(release.getProperty("JAVA_VERSION", ""));
    }

    private static OptionalInt asked(Path home) {
        Outcome outcome = ForkedJvm.on(new Jdk(0, home)).jvmOption("-version").run();
        return outcome.exitCode() == 0 ? parse(outcome.stderr()) : OptionalInt.empty();
    }
}
