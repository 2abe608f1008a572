package dev.aide.testing;

/** A program that loads and links each class of the jars that are its arguments, and runs none. */
final class JarLinker {
    static final String MAIN = "com.acme.Linker";

    /** Prints which classes do not link, and how many do. */
    static final JavaSources SOURCES = JavaSources.release(8).source("com.acme.Linker", """
            package com.acme;

            import java.util.*;
            import java.util.jar.*;

            public class Linker {
                public static void main(String[] jars) throws Exception {
                    link("fixture.Unverifiable");
                    for (String jar : jars) {
                        int linked = 0;
                        for (String name : names(jar)) {
                            linked += link(name) ? 1 : 0;
                        }
                        System.out.println(linked + " classes linked");
                    }
                }

                private static boolean link(String name) {
                    try {
                        // HotSpot links a class, and so verifies it, before it lists its methods
                        Class.forName(name, false, Linker.class.getClassLoader()).getDeclaredMethods();
                        return true;
                    } catch (LinkageError | ClassNotFoundException e) {
                        System.out.println(name + " " + e.getClass().getName());
                        return false;
                    }
                }

                private static Set<String> names(String path) throws Exception {
                    Set<String> names = new TreeSet<>();
                    try (JarFile jar = new JarFile(path)) {
                        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                            String name = entries.nextElement().getName();
                            if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.contains("-info")) {
                                names.add(name.substring(0, name.length() - 6).replace('/', '.'));
                            }
                        }
                    }
                    return names;
                }
            }
            """);

    private JarLinker() {}
}
