package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Fifty threads load, link and call the same woven classes at once, each in another order. */
class ConcurrencyIT {
    private static final int SERVICES = 20;
    private static final int THREADS = 50;
    private static final int ROUNDS = 10;
    private static final int CALLS = SERVICES * THREADS * ROUNDS;

    private static final String SERVICE = """
            package com.acme.load;

            import java.util.*;
            import java.util.function.*;

            public class Service%d implements ToIntFunction<Object> {
                @Override
                @SuppressWarnings("unchecked")
                public int applyAsInt(Object names) {
                    return pass((List<String>) names).size();
                }

                static List<String> pass(List<String> names) {
                    return names;
                }
            }
            """;

    private static final JavaSources PROGRAM = JavaSources.release(8)
            .source("com.acme.host.ParallelLoader", """
            package com.acme.host;

            import java.net.*;

            public class ParallelLoader extends URLClassLoader {
                static {
                    registerAsParallelCapable();
                }

                public ParallelLoader(URL services) {
                    super(new URL[] {services});
                }
            }
            """)
            .source("com.acme.host.SerialLoader", """
            package com.acme.host;

            import java.io.*;
            import java.net.*;
            import java.nio.file.*;
            import java.util.*;

            /** Not parallel-capable, and with methods that are woven: while they link, this loader is locked. */
            public class SerialLoader extends ClassLoader {
                private final Path services;
                private final List<String> loaded = new ArrayList<>();

                public SerialLoader(URL services) throws Exception {
                    this.services = Paths.get(services.toURI());
                }

                @Override
                protected Class<?> findClass(String name) throws ClassNotFoundException {
                    Optional<byte[]> bytes = read(Optional.of(name.replace('.', '/') + ".class"));
                    note(loaded, name);
                    return defineClass(name, bytes.get(), 0, bytes.get().length);
                }

                private Optional<byte[]> read(Optional<String> file) {
                    try {
                        return Optional.of(Files.readAllBytes(services.resolve(file.get())));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }

                private static List<String> note(List<String> names, String name) {
                    names.add(name);
                    return names;
                }
            }
            """)
            .source("com.acme.host.Host", """
            package com.acme.host;

            import java.io.*;
            import java.lang.management.*;
            import java.net.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;

            public class Host {
                public static void main(String[] arguments) throws Exception {
                    ClassLoader loader = (ClassLoader) Class.forName(arguments[0])
                            .getConstructor(URL.class)
                            .newInstance(new File(arguments[1]).toURI().toURL());
                    int services = Integer.parseInt(arguments[2]);
                    int threads = Integer.parseInt(arguments[3]);
                    int rounds = Integer.parseInt(arguments[4]);

                    CyclicBarrier start = new CyclicBarrier(threads);
                    ExecutorService pool = Executors.newFixedThreadPool(threads, Host::daemon);
                    List<Future<Integer>> results = new ArrayList<>();
                    for (int i = 0; i < threads; i++) {
                        int first = i % 2 == 0 ? 0 : i;
                        results.add(pool.submit(() -> {
                            start.await();
                            return callAll(loader, services, first, rounds);
                        }));
                    }
                    int elements = 0;
                    for (Future<Integer> each : results) {
                        elements += get(each);
                    }
                    System.out.println("elements " + elements);
                }

                private static int callAll(ClassLoader loader, int services, int first, int rounds) throws Exception {
                    List<Object> polluted = new ArrayList<>(Arrays.asList("a", 7));
                    int elements = 0;
                    for (int round = 0; round < rounds; round++) {
                        for (int i = 0; i < services; i++) {
                            String name = "com.acme.load.Service" + (first + i) % services;
                            elements += ((ToIntFunction<Object>) Class.forName(name, true, loader)
                                            .getConstructor()
                                            .newInstance())
                                    .applyAsInt(polluted);
                        }
                    }
                    return elements;
                }

                private static int get(Future<Integer> result) throws Exception {
                    try {
                        return result.get(90, TimeUnit.SECONDS);
                    } catch (TimeoutException e) {
                        for (ThreadInfo each : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
                            System.err.print(each);
                        }
                        Runtime.getRuntime().halt(3);
                        throw e;
                    }
                }

                private static Thread daemon(Runnable task) {
                    Thread thread = new Thread(task);
                    thread.setDaemon(true);
                    return thread;
                }
            }
            """);

    @TempDir
    Path folder;

    @JdkTest({8, 17, 25})
    void in_a_parallel_capable_loader(Jdk jdk) {
        Outcome outcome = run(jdk, "com.acme.host.ParallelLoader", services());

        assertThat(outcome.stderr()).contains("calls       " + CALLS + " · elements " + 4 * CALLS + "\n");
    }

    @JdkTest({8, 17, 25})
    void in_a_loader_that_locks_itself_and_is_woven_too(Jdk jdk) {
        run(jdk, "com.acme.host.SerialLoader", services());
    }

    @JdkTest({8, 17, 25})
    void in_class_files_without_invokedynamic(Jdk jdk) {
        Outcome outcome = run(jdk, "com.acme.host.ParallelLoader", services().ofVersion(49));

        assertThat(outcome.stderr()).contains("calls       " + CALLS + " · elements " + 4 * CALLS + "\n");
    }

    private Outcome run(Jdk jdk, String loader, CompiledClasses services) {
        Outcome outcome = ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .property("aide.include", "com.acme.load.**," + loader)
                .property("aide.counts", "true")
                .classpath(PROGRAM.compile().writeTo(folder.resolve("host")))
                .main("com.acme.host.Host")
                .args(loader, services.writeTo(folder.resolve("services")).toString())
                .args(Integer.toString(SERVICES), Integer.toString(THREADS), Integer.toString(ROUNDS))
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("elements " + 2 * CALLS + "\n");
        assertThat(Finding.printed(outcome.stderr()))
                .as("%s", outcome)
                .containsExactlyInAnyOrderElementsOf(pollution());
        assertThat(outcome.stderr())
                .contains("failed 0", "violations  " + 2 * CALLS + " of " + 2 * SERVICES + " kinds");
        return outcome;
    }

    private static List<Finding> pollution() {
        return IntStream.range(0, SERVICES)
                .mapToObj(i -> "com.acme.load.Service" + i + ".pass")
                .flatMap(method -> Stream.of("names[1]", "result[1]")
                        .map(position -> new Finding(method, position, "java.lang.Integer", "java.lang.String")))
                .toList();
    }

    private static CompiledClasses services() {
        JavaSources sources = JavaSources.release(8);
        for (int i = 0; i < SERVICES; i++) {
            sources = sources.source("com.acme.load.Service" + i, SERVICE.formatted(i));
        }
        return sources.compile();
    }
}
