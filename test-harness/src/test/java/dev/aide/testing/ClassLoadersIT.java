package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Class loaders come and go, as in a server that is never restarted: what is kept for woven classes must go with them. */
class ClassLoadersIT {
    private static final int LOADERS = 1000;

    private static final JavaSources HOST = JavaSources.release(8).source("com.acme.host.Host", """
            package com.acme.host;

            import java.io.*;
            import java.lang.ref.WeakReference;
            import java.net.*;
            import java.util.*;

            public class Host {
                public static void main(String[] arguments) throws Exception {
                    URL plugin = new File(arguments[0]).toURI().toURL();
                    int loaders = Integer.parseInt(arguments[1]);
                    List<WeakReference<ClassLoader>> seen = new ArrayList<>();
                    for (int i = 0; i < loaders; i++) {
                        seen.add(new WeakReference<>(run(plugin)));
                    }
                    int alive = loaders;
                    for (int i = 0; i < 200 && alive > 0; i++) {
                        System.gc();
                        Thread.sleep(20);
                        alive = 0;
                        for (WeakReference<ClassLoader> each : seen) {
                            alive += each.get() == null ? 0 : 1;
                        }
                    }
                    System.out.println(loaders + " loaders, " + alive + " alive");
                }

                private static ClassLoader run(URL plugin) throws Exception {
                    URLClassLoader loader =
                            new URLClassLoader(new URL[] {plugin}, ClassLoader.getSystemClassLoader().getParent());
                    loader.loadClass("com.acme.plugin.Plugin")
                            .getMethod("main", String[].class)
                            .invoke(null, (Object) new String[0]);
                    loader.close();
                    return loader;
                }
            }
            """);

    private static final JavaSources PLUGIN = JavaSources.release(8)
            .source("com.acme.plugin.User", "package com.acme.plugin; public class User {}")
            .source("com.acme.plugin.Shape", "package com.acme.plugin; public interface Shape { int area(); }")
            .source("com.acme.plugin.Repo", """
            package com.acme.plugin;

            import java.util.*;

            public class Repo<T> {
                private final List<T> rows = new ArrayList<>();

                public void add(T row) {
                    rows.add(row);
                }

                public List<T> rows() {
                    return rows;
                }
            }
            """)
            .source("com.acme.plugin.UserRepo", "package com.acme.plugin; public class UserRepo extends Repo<User> {}")
            .source("com.acme.plugin.Old", """
            package com.acme.plugin;

            import java.util.*;

            public class Old {
                public List<String> names(List<String> names, Map<String, Integer> stock, Set<Shape> shapes) {
                    return names;
                }
            }
            """)
            .source("com.acme.plugin.Plugin", """
            package com.acme.plugin;

            import java.util.*;
            import java.util.function.*;

            public class Plugin {
                @SuppressWarnings({"unchecked", "rawtypes"})
                public static void main(String[] arguments) {
                    Repo repo = new UserRepo();
                    repo.add(new User());
                    repo.add("not a user");
                    repo.rows();
                    List shapes = new ArrayList();
                    Shape three = () -> 3;
                    shapes.add(three);
                    shapes.add("not a shape");
                    count(shapes);
                    ToIntFunction<Shape> area = shape -> shape.area();
                    area.applyAsInt(three);
                    new Old().names((List) Arrays.asList(7), Collections.singletonMap("a", 1), Collections.singleton(three));
                }

                static int count(List<Shape> shapes) {
                    return shapes.size();
                }
            }
            """);

    @TempDir
    Path folder;

    @JdkTest({8, 17, 25})
    void a_thousand_end_under_a_small_heap(Jdk jdk) {
        Outcome outcome = ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .jvmOption("-Xmx32m", "-XX:MaxMetaspaceSize=32m")
                .property("aide.include", "com.acme.plugin.**")
                .property("aide.types.depth", "full")
                .classpath(HOST.compile().writeTo(folder.resolve("host")))
                .main("com.acme.host.Host")
                .args(plugin().toString(), Integer.toString(LOADERS))
                .timeout(Duration.ofMinutes(5))
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo(LOADERS + " loaders, 0 alive\n");
        assertThat(outcome.stderr()).contains("failed 0", "violations  " + 5 * LOADERS + " of 5 kinds");
        assertThat(Finding.inSummary(outcome.stderr()))
                .containsExactlyInAnyOrder(
                        new Finding("com.acme.plugin.Old.names", "names[]", "java.lang.Integer", "java.lang.String"),
                        new Finding("com.acme.plugin.Old.names", "result[]", "java.lang.Integer", "java.lang.String"),
                        new Finding("com.acme.plugin.Repo.add", "row", "java.lang.String", "com.acme.plugin.User"),
                        new Finding(
                                "com.acme.plugin.Repo.rows", "result[]", "java.lang.String", "com.acme.plugin.User"),
                        new Finding(
                                "com.acme.plugin.Plugin.count",
                                "shapes[]",
                                "java.lang.String",
                                "com.acme.plugin.Shape"));
    }

    /** Writes the plugin, with one class of a version that has no invokedynamic. */
    private Path plugin() {
        CompiledClasses classes = PLUGIN.compile();
        Path plugin = classes.writeTo(folder.resolve("plugin"));
        new CompiledClasses(Map.of("com.acme.plugin.Old", classes.byName().get("com.acme.plugin.Old")))
                .ofVersion(49)
                .writeTo(plugin);
        return plugin;
    }
}
