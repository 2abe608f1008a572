package dev.aide.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.classfile.ClassFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentationTest {
    private static final String SHOP = """
            package com.acme;
            import java.util.*;
            public class Shop<T extends Comparable<T>> {
                /** Opens it. */
                public Shop() {}
                /** Places lines. */
                public void place(List<T> lines, Map.Entry<String, int[]>... entries) {}
                public void place(T[] lines) {}
                /** Of java.util. */
                public void on(Date date) {}
                public void on(java.sql.Date date) {}
                @Doc("Says it here.")
                public void annotated() {}
                public class Counter {
                    /** Inner. */
                    public Counter(String name) {}
                    public Counter(Shop<T> shop, String name) {}
                }
                public enum Kind {
                    ONE(1);
                    /** Enum's. */
                    Kind(int number) {}
                }
            }
            @interface Doc { String value(); }
            """;

    @TempDir
    Path folder;

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private Project shop;

    @BeforeEach
    void compile() throws IOException {
        shop = new Project(folder.resolve("shop"))
                .add("com/acme/Shop.java", SHOP)
                .compile("--add-modules", "java.sql");
    }

    @Test
    void a_jar_is_documented_by_the_sources_beside_it() throws IOException {
        Path jar = Project.jar(shop.classes, folder.resolve("lib/shop-1.jar"));
        Project.jar(shop.sources, folder.resolve("lib/shop-1-sources.jar"));

        assertShopIsKnown(open(), jar.toUri().toURL());
    }

    @Test
    void a_folder_of_classes_is_documented_by_its_project() throws IOException {
        assertShopIsKnown(open(), shop.location());
    }

    @Test
    void jars_folders_projects_and_indexes_can_be_named() throws IOException {
        Path jar = Project.jar(shop.sources, folder.resolve("a.jar"));
        Path index = folder.resolve("a.aidedocs");
        assertThat(DocIndexBuilder.build(List.of(jar), index, warnings::add)).isEqualTo(4);

        assertShopIsKnown(open(jar), null);
        assertShopIsKnown(open(shop.sources), null);
        assertShopIsKnown(open(shop.root), null);
        assertShopIsKnown(open(index), null);
        assertShopIsKnown(open(folder, shop.root), null);
    }

    @Test
    void a_class_without_debug_information_is_found_by_its_name() throws IOException {
        shop.compile("-g:none", "--add-modules", "java.sql");

        assertShopIsKnown(open(shop.sources), null);
    }

    @Test
    void what_no_source_has_is_unknown() throws IOException {
        ClassDocs nowhere = of(open(), "com/acme/Shop", null);
        assertThat(nowhere.of("<init>", "()V").verdict()).isEqualTo(Verdict.UNKNOWN);

        ClassDocs docs = of(open(shop.sources), "com/acme/Shop", null);
        assertThat(docs.of("generated", "()V").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(docs.of("place", "(Ljava/util/Set;)V").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(docs.of("place", "(Ljava/lang/Comparable;)V").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void annotations_count_before_sources() throws IOException {
        Project annotated = new Project(folder.resolve("annotated"))
                .add("dev/aide/Doc.java", "package dev.aide; public @interface Doc { String value(); }")
                .add("p/P.java", "package p; class P { @dev.aide.Doc(\"Says it.\") void m() {} void n() {} }")
                .compile();
        ClassDocs docs = open().of(ClassFile.read(annotated.classFile("p/P")), null, annotated.location());

        assertThat(docs.of("m", "()V").verdict()).isEqualTo(Verdict.DOCUMENTED);
        assertThat(docs.of("n", "()V").verdict()).isEqualTo(Verdict.MISSING);
    }

    @Test
    void what_lies_beside_the_classes_comes_before_what_is_named() throws IOException {
        Path jar = Project.jar(shop.classes, folder.resolve("lib/shop.jar"));
        Project.jar(shop.sources, folder.resolve("lib/shop-sources.jar"));
        Project other = new Project(folder.resolve("other"))
                .add("com/acme/Shop.java", "package com.acme; class Shop { /** Other. */ void place(T[] lines) {} }");

        ClassDocs docs = of(open(other.sources), "com/acme/Shop", jar.toUri().toURL());
        assertThat(docs.of("place", "([Ljava/lang/Comparable;)V").verdict()).isEqualTo(Verdict.MISSING);
    }

    @Test
    void tags_and_names_come_with_the_answer() throws IOException {
        Project project =
                new Project(folder.resolve("tags")).add("p/P.java", """
                        package p;
                        import java.io.IOException;
                        class P {
                            /**
                             * {@inheritDoc}
                             * @param <T> a type
                             * @param count stale
                             * @return something
                             * @throws IOException never
                             */
                            <T> int m(T value) { return 1; }
                        }
                        """).compile();
        MethodDoc doc = open(project.root)
                .of(ClassFile.read(project.classFile("p/P")), null, null)
                .of("m", "(Ljava/lang/Object;)I");

        assertThat(doc.verdict()).isEqualTo(Verdict.DOCUMENTED);
        assertThat(doc.inheritsDoc()).isTrue();
        assertThat(doc.typeParamTags()).containsExactly("T");
        assertThat(doc.paramTags()).containsExactly("count");
        assertThat(doc.hasReturnTag()).isTrue();
        assertThat(doc.throwsTags()).containsExactly("java.io.IOException");
        assertThat(doc.parameters()).containsExactly("value");
        assertThat(doc.typeParameters()).containsExactly("T");
    }

    @Test
    void a_path_that_is_not_there_is_warned_of() {
        Path absent = folder.resolve("absent.jar");
        open(absent);

        assertThat(warnings)
                .containsExactly("aide.docs.sources: " + absent + " is not there; name a jar, a folder or an index");
    }

    @Test
    void a_path_through_a_file_is_not_there_and_not_forbidden() throws IOException {
        Path through = Files.writeString(folder.resolve("acme-sources.jar"), "").resolve("src");
        open(through);

        assertThat(warnings)
                .containsExactly("aide.docs.sources: " + through + " is not there; name a jar, a folder or an index");
    }

    @Test
    void a_corrupt_jar_is_warned_of_once_and_leaves_its_classes_unknown() throws IOException {
        Path jar = Files.writeString(folder.resolve("broken.jar"), "PK is how a jar begins");
        Documentation documentation = open(jar);

        assertThat(verdict(documentation, "()V")).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(documentation, "()V")).isEqualTo(Verdict.UNKNOWN);
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0))
                .startsWith(jar + " cannot be read as a jar (")
                .endsWith("): documentation is not judged by it");
    }

    @Test
    void many_threads_get_one_answer_from_one_reading() throws Exception {
        shop.add("com/acme/Broken.java", "class Broken {");
        Documentation documentation = open(Project.jar(shop.sources, folder.resolve("a.jar")));
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Verdict>> verdicts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            verdicts.add(threads.submit(() -> {
                start.await();
                return verdict(documentation, "()V");
            }));
        }
        start.countDown();

        for (Future<Verdict> verdict : verdicts) {
            assertThat(verdict.get()).isEqualTo(Verdict.DOCUMENTED);
        }
        threads.shutdown();
        assertThat(warnings).hasSize(1);
    }

    @Test
    void a_damaged_entry_of_a_jar_leaves_out_its_classes_only() throws IOException {
        shop.add(
                "com/acme/Other.java",
                "package com.acme; class Other { " + "/** Words. */ ".repeat(999) + "Other() {} }");
        Path jar = Project.jar(shop.sources, folder.resolve("a.jar"));
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "rw")) {
            file.seek(60);
            file.write(new byte[40]);
        }

        assertThat(verdict(open(jar), "()V")).isEqualTo(Verdict.DOCUMENTED);
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).startsWith(jar + "!/com/acme/Other.java cannot be read (");
    }

    @Test
    void a_source_that_does_not_parse_leaves_out_its_classes_only() throws IOException {
        shop.add("com/acme/Broken.java", "package com.acme;\nclass Broken { void m( }\n");
        Path jar = Project.jar(shop.sources, folder.resolve("a.jar"));

        assertThat(verdict(open(jar), "()V")).isEqualTo(Verdict.DOCUMENTED);
        assertThat(warnings)
                .containsExactly(jar + "!/com/acme/Broken.java is no Java source that can be read"
                        + " (line 2: '}' stands where a name should): documentation is not judged by it");
    }

    @Test
    void a_source_nested_beyond_measure_leaves_out_its_classes_only() throws IOException {
        shop.add("com/acme/Deep.java", "package com.acme;\nclass Deep { " + "List<".repeat(200_000) + " m() {} }\n");
        Path jar = Project.jar(shop.sources, folder.resolve("a.jar"));

        assertThat(verdict(open(jar), "()V")).isEqualTo(Verdict.DOCUMENTED);
        assertThat(warnings).singleElement().asString().startsWith(jar + "!/com/acme/Deep.java is ");
    }

    @Test
    void a_damaged_index_is_warned_of_and_leaves_its_classes_unknown() throws IOException {
        Path index = folder.resolve("a.aidedocs");
        DocIndexBuilder.build(List.of(shop.sources), index, warnings::add);
        byte[] bytes = Files.readAllBytes(index);
        bytes[bytes.length / 2] ^= 1;
        Files.write(index, bytes);

        assertThat(verdict(open(index), "()V")).isEqualTo(Verdict.UNKNOWN);
        assertThat(warnings)
                .containsExactly(index + " cannot be used (it is damaged): build it again with this version of aide;"
                        + " documentation is not judged by it");
    }

    private void assertShopIsKnown(Documentation documentation, URL location) throws IOException {
        ClassDocs docs = of(documentation, "com/acme/Shop", location);
        assertThat(docs.of("<init>", "()V").verdict()).isEqualTo(Verdict.DOCUMENTED);
        assertThat(docs.of("place", "(Ljava/util/List;[Ljava/util/Map$Entry;)V").verdict())
                .isEqualTo(Verdict.DOCUMENTED);
        assertThat(docs.of("place", "([Ljava/lang/Comparable;)V").verdict()).isEqualTo(Verdict.MISSING);
        assertThat(docs.of("on", "(Ljava/util/Date;)V").verdict()).isEqualTo(Verdict.DOCUMENTED);
        assertThat(docs.of("on", "(Ljava/sql/Date;)V").verdict()).isEqualTo(Verdict.MISSING);

        ClassDocs inner = of(documentation, "com/acme/Shop$Counter", location);
        assertThat(inner.of("<init>", "(Lcom/acme/Shop;Ljava/lang/String;)V").verdict())
                .isEqualTo(Verdict.DOCUMENTED);
        assertThat(inner.of("<init>", "(Lcom/acme/Shop;Lcom/acme/Shop;Ljava/lang/String;)V")
                        .verdict())
                .isEqualTo(Verdict.MISSING);

        ClassDocs kind = of(documentation, "com/acme/Shop$Kind", location);
        assertThat(kind.of("<init>", "(Ljava/lang/String;II)V").verdict()).isEqualTo(Verdict.DOCUMENTED);
        assertThat(warnings).isEmpty();
    }

    private Verdict verdict(Documentation documentation, String constructor) throws IOException {
        return of(documentation, "com/acme/Shop", null)
                .of("<init>", constructor)
                .verdict();
    }

    private ClassDocs of(Documentation documentation, String internalName, URL location) throws IOException {
        return documentation.of(ClassFile.read(shop.classFile(internalName)), null, location);
    }

    private Documentation open(Path... sources) {
        return Documentation.open(List.of(sources), null, warnings::add);
    }
}
