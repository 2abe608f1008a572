package dev.aide.agent.config;

import java.io.IOException;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The class that this JVM was started to run; immutable. */
final class MainClass {
    private static final String SPRING_BOOT_LOADER = "org.springframework.boot.loader.";

    /** Programs that run somebody else's classes: their own package is not what the user wants held. */
    private static final String[] LAUNCHERS = {
        "org.apache.catalina.",
        "org.apache.maven.",
        "org.codehaus.plexus.classworlds.",
        "org.gradle.",
        "worker.org.gradle.",
        "org.junit.",
        "org.eclipse.equinox.",
        "org.eclipse.jetty.",
        "org.eclipse.jdt.",
        "org.jboss.modules.",
        "com.intellij.",
        "com.sun.",
        "jdk.",
        "sun.",
        SPRING_BOOT_LOADER,
    };

    private static final int MOST_SEGMENTS = 3;

    private final String name;

    private MainClass(String name) {
        this.name = name;
    }

    static MainClass of(Properties system) throws BadConfiguration {
        String command = system.getProperty("sun.java.command", "").trim();
        String jar = firstOnClassPath(system);
        String name;
        // with -jar the class path begins with the jar itself, which may have spaces in its name
        if (!jar.isEmpty() && (command.equals(jar) || command.startsWith(jar + " "))) {
            name = ofJar(jar);
        } else {
            int space = command.indexOf(' ');
            String first = space < 0 ? command : command.substring(0, space);
            name = first.substring(first.indexOf('/') + 1);
        }
        for (String launcher : LAUNCHERS) {
            if (name.startsWith(launcher)) {
                throw unknown("it was started by the launcher " + name);
            }
        }
        if (name.isEmpty()) {
            throw unknown("it does not say what its main class is");
        }
        return new MainClass(name);
    }

    /** Returns the main class's package as a pattern, cut to three segments. */
    String defaultInclude() {
        int end = name.lastIndexOf('.');
        if (end < 0) {
            return "*";
        }
        int cut = -1;
        for (int i = 0; i < MOST_SEGMENTS && cut < end; i++) {
            cut = name.indexOf('.', cut + 1);
        }
        return name.substring(0, cut) + ".**";
    }

    @Override
    public String toString() {
        return name;
    }

    /** Returns the first entry of the class path, behind which Java 8 puts the agents' jars. */
    private static String firstOnClassPath(Properties system) {
        String classPath = system.getProperty("java.class.path", "");
        int end = classPath.indexOf(system.getProperty("path.separator", ":"));
        return end < 0 ? classPath : classPath.substring(0, end);
    }

    private static String ofJar(String path) throws BadConfiguration {
        try (JarFile jar = new JarFile(path)) {
            Manifest manifest = jar.getManifest();
            Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String main = attributes.getValue("Main-Class");
            String start = attributes.getValue("Start-Class");
            return main == null ? "" : main.startsWith(SPRING_BOOT_LOADER) && start != null ? start : main;
        } catch (IOException e) {
            throw unknown("its jar " + path + " cannot be read: " + e.getMessage());
        }
    }

    private static BadConfiguration unknown(String why) {
        return new BadConfiguration("which classes to hold cannot be told from this JVM: " + why
                + ". Name your packages, such as -Daide.include=com.acme.**, or switch aide off with -Daide.mode=off");
    }
}
