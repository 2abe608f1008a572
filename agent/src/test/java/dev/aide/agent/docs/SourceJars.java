package dev.aide.agent.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Jars of real libraries, which the build puts beside the tests. */
public final class SourceJars {
    private SourceJars() {}

    static Path path(String jar) {
        return Path.of("target", "jars", jar);
    }

    /** Returns the text of each source file by its name in the jar. */
    public static Map<String, String> sources(String jar) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(path(jar).toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().endsWith(".java") && !entry.getName().endsWith("module-info.java")) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        sources.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return sources;
    }
}
