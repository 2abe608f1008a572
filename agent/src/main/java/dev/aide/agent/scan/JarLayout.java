package dev.aide.agent.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Where in a jar the classes are that a program runs, and which jars are inside of it. Immutable. */
final class JarLayout {
    private static final String[] PROGRAM_FOLDERS = {"BOOT-INF/classes/", "WEB-INF/classes/"};
    private static final String META_INF = "META-INF/";
    private static final String VERSIONS = META_INF + "versions/";
    private static final String MANIFEST = META_INF + "MANIFEST.MF";
    private static final Attributes.Name MULTI_RELEASE = new Attributes.Name("Multi-Release");

    private final Map<String, String> program;
    private final Map<String, String> top;
    private final List<String> nested;

    private JarLayout(Map<String, String> program, Map<String, String> top, List<String> nested) {
        this.program = Collections.unmodifiableMap(program);
        this.top = Collections.unmodifiableMap(top);
        this.nested = Collections.unmodifiableList(nested);
    }

    /**
     * Looks at the names of a jar's entries.
     *
     * @param release the Java release whose classes count where the jar has several of one name (JEP 238)
     * @throws IOException if its manifest cannot be read
     * @throws IllegalArgumentException if a name in it is no text
     */
    static JarLayout of(ZipFile jar, int release) throws IOException {
        Map<String, String> program = new LinkedHashMap<>();
        Map<String, String> top = new LinkedHashMap<>();
        TreeMap<Integer, Map<String, String>> versions = new TreeMap<>();
        List<String> nested = new ArrayList<>();
        for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            String entry = entries.nextElement().getName();
            if (isJar(entry)) {
                nested.add(entry);
            } else if (isWanted(entry)) {
                String folder = programFolder(entry);
                if (folder != null) {
                    program.put(entry.substring(folder.length()), entry);
                } else if (entry.startsWith(VERSIONS)) {
                    addVersion(entry, versions);
                } else if (!entry.startsWith(META_INF)) {
                    top.put(entry, entry);
                }
            }
        }
        if (!versions.isEmpty() && isMultiRelease(jar)) {
            for (Map<String, String> version : versions.headMap(release, true).values()) {
                top.putAll(version);
            }
        }
        return new JarLayout(program, top, nested);
    }

    /** Tells whether a file is an archive of classes by its name. */
    static boolean isJar(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jar") || lower.endsWith(".war") || lower.endsWith(".ear");
    }

    /** Tells whether a file is a class, or what an annotation processor left of its documentation. */
    static boolean isWanted(String name) {
        return name.endsWith(".class") || name.endsWith("__Javadoc.json");
    }

    /** Returns the entries by name that a launcher or a server runs; empty where the jar itself is on the class path. */
    Map<String, String> program() {
        return program;
    }

    /** Returns the entries by name of the jar as a class loader sees it. */
    Map<String, String> top() {
        return top;
    }

    /** Returns the entries that are jars. */
    List<String> nested() {
        return nested;
    }

    private static String programFolder(String entry) {
        for (String folder : PROGRAM_FOLDERS) {
            if (entry.startsWith(folder)) {
                return folder;
            }
        }
        return null;
    }

    private static void addVersion(String entry, Map<Integer, Map<String, String>> versions) {
        int end = entry.indexOf('/', VERSIONS.length());
        try {
            int version = Integer.parseInt(entry.substring(VERSIONS.length(), Math.max(end, VERSIONS.length())));
            versions.computeIfAbsent(version, key -> new LinkedHashMap<>()).put(entry.substring(end + 1), entry);
        } catch (NumberFormatException e) {
            // no class loader looks there either
            return;
        }
    }

    private static boolean isMultiRelease(ZipFile jar) throws IOException {
        ZipEntry entry = jar.getEntry(MANIFEST);
        if (entry == null) {
            return false;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return "true".equalsIgnoreCase(new Manifest(in).getMainAttributes().getValue(MULTI_RELEASE));
        }
    }
}
