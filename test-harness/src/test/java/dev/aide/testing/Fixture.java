package dev.aide.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The sources of programs for tests, which stand below {@code fixture/} in the resources. */
final class Fixture {
    private Fixture() {}

    /** Returns sources by names in the package {@code fixture}, such as {@code billing.Billing}, ready to be compiled. */
    static JavaSources sources(int release, String... names) {
        JavaSources sources = JavaSources.release(release);
        for (String name : names) {
            sources = sources.source("fixture." + name, text(name));
        }
        return sources;
    }

    private static String text(String name) {
        try (InputStream in = Fixture.class.getResourceAsStream("/fixture/" + name.replace('.', '/') + ".java")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the source of " + name, e);
        }
    }
}
