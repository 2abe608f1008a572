package dev.aide.agent.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** A small project on disk: sources in {@code src/main/java}, compiled into {@code target/classes}. */
final class Project {
    final Path root;
    final Path sources;
    final Path classes;

    Project(Path root) throws IOException {
        this.root = root;
        this.sources = root.resolve("src/main/java");
        this.classes = Files.createDirectories(root.resolve("target/classes"));
    }

    /** Adds a source by its path below the source folder. */
    Project add(String path, String text) throws IOException {
        Path file = sources.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Project compile(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-nowarn"));
        arguments.addAll(List.of(options));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, messages, arguments.toArray(new String[0]));
        if (result != 0) {
            throw new IllegalArgumentException(messages.toString(StandardCharsets.UTF_8));
        }
        return this;
    }

    URL location() throws MalformedURLException {
        return classes.toUri().toURL();
    }

    URLClassLoader loader() throws MalformedURLException {
        return new URLClassLoader(new URL[] {location()}, null);
    }

    byte[] classFile(String internalName) throws IOException {
        return Files.readAllBytes(classes.resolve(internalName + ".class"));
    }

    static Path jar(Path folder, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
        return jar;
    }
}
