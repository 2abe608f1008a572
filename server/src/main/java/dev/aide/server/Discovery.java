package dev.aide.server;

import dev.aide.server.Draft.Annotated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds {@link Endpoint} methods: of an object, or of the classes of a package. For one thread. */
final class Discovery {
    private static final String CLASS = ".class";

    private final List<String> problems = new ArrayList<>();

    List<String> problems() {
        return problems;
    }

    /** The endpoints of an object. */
    List<Draft> of(Object instance) {
        List<Draft> drafts = endpointMethods(instance.getClass())
                .map(method -> draft(instance, method))
                .toList();
        if (drafts.isEmpty()) {
            problems.add(instance.getClass().getName() + " has no method with @Endpoint");
        }
        return drafts;
    }

    private static Draft draft(Object instance, Method method) {
        Endpoint endpoint = method.getAnnotation(Endpoint.class);
        return new Draft(
                endpoint.method(),
                endpoint.value(),
                null,
                endpoint.gate(),
                method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                endpoint.summary(),
                new Annotated(instance, method));
    }

    /** The methods of a class in an order that does not change from run to run. */
    private static Stream<Method> endpointMethods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Endpoint.class))
                .sorted(Comparator.comparing(Method::getName));
    }

    /** The endpoints of all classes of a package and those below it; each is made by its constructor. */
    List<Draft> in(String packageName) {
        List<Draft> drafts = new ArrayList<>();
        for (String name : classesOf(packageName)) {
            Class<?> type = load(name);
            if (type != null && endpointMethods(type).findAny().isPresent()) {
                make(type, drafts);
            }
        }
        if (drafts.isEmpty()) {
            problems.add("package " + packageName + " has no class with @Endpoint methods");
        }
        return drafts;
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader());
        } catch (ClassNotFoundException | LinkageError e) {
            // a class of an optional dependency that is not there; it can have no endpoint that works
            return null;
        }
    }

    private void make(Class<?> type, List<Draft> drafts) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            drafts.addAll(of(constructor.newInstance()));
        } catch (NoSuchMethodException e) {
            problems.add(type.getName()
                    + " has no constructor without parameters; hand it over with endpoints(new ...) instead");
        } catch (InvocationTargetException e) {
            problems.add(type.getName() + " could not be made: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            problems.add(type.getName() + " could not be made: " + e);
        }
    }

    private static List<String> classesOf(String packageName) {
        String folder = packageName.replace('.', '/');
        List<String> names = new ArrayList<>();
        try {
            for (URL place : Collections.list(loader().getResources(folder))) {
                if (place.openConnection() instanceof JarURLConnection jar) {
                    jar.setUseCaches(false);
                    try (var file = jar.getJarFile()) {
                        file.stream().map(Object::toString).forEach(entry -> addClass(entry, folder, names));
                    }
                } else if (place.getProtocol().equals("file")) {
                    Path root = Path.of(URI.create(place.toString()));
                    try (Stream<Path> files = Files.walk(root)) {
                        files.map(file -> folder + "/"
                                        + root.relativize(file).toString().replace('\\', '/'))
                                .forEach(entry -> addClass(entry, folder, names));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("package " + packageName + " can't be scanned", e);
        }
        Collections.sort(names);
        return names;
    }

    private static void addClass(String entry, String folder, List<String> names) {
        if (entry.startsWith(folder + "/") && entry.endsWith(CLASS)) {
            names.add(entry.substring(0, entry.length() - CLASS.length()).replace('/', '.'));
        }
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? Discovery.class.getClassLoader() : context;
    }
}
