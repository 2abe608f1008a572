package dev.aide.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.classfile.ClassFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads what therapi-runtime-javadoc's own annotation processor wrote. */
class RetainedJavadocTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private Project project;

    @BeforeEach
    void compileWithTheProcessor() throws IOException {
        project = new Project(folder)
                .add("p/P.java", """
                        package p;
                        import java.util.*;
                        public class P<T extends Comparable<T>> {
                            /** Makes "one" \\ of them. */
                            public P(int... numbers) {}
                            /**
                             * Says.
                             * @param gone stale
                             * @return something
                             */
                            public T m(Map.Entry<String, T> entry, T[] all, List<? extends T>[] lists) { return null; }
                            public void undocumented() {}
                            public class Inner {
                                /** Inner. */
                                public Inner(String name) {}
                            }
                        }
                        class Plain { void m() {} }
                        """)
                .compile("-processor", "com.github.therapi.runtimejavadoc.scribe.JavadocAnnotationProcessor");
    }

    @Test
    void what_the_processor_kept_is_known() throws IOException {
        ClassDocs docs = docs("p/P");
        MethodDoc method =
                docs.of("m", "(Ljava/util/Map$Entry;[Ljava/lang/Comparable;[Ljava/util/List;)Ljava/lang/Comparable;");

        assertThat(method.verdict()).isEqualTo(Verdict.DOCUMENTED);
        assertThat(method.paramTags()).containsExactly("gone");
        assertThat(method.hasReturnTag()).isTrue();
        assertThat(method.parameters()).isNull();
        assertThat(docs.of("<init>", "([I)V").verdict()).isEqualTo(Verdict.DOCUMENTED);
        assertThat(docs("p/P$Inner").of("<init>", "(Lp/P;Ljava/lang/String;)V").verdict())
                .isEqualTo(Verdict.DOCUMENTED);
        assertThat(warnings).isEmpty();
    }

    @Test
    void what_it_did_not_keep_has_no_documentation() throws IOException {
        assertThat(docs("p/P").of("undocumented", "()V").verdict()).isEqualTo(Verdict.MISSING);
    }

    @Test
    void a_class_of_which_it_kept_nothing_is_unknown() throws IOException {
        assertThat(docs("p/Plain").of("m", "()V").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void it_comes_before_sources() throws IOException {
        Project sources = new Project(folder.resolve("sources"))
                .add("p/P.java", "package p; class P { /** Words. */ void undocumented() {} }");
        Documentation documentation = Documentation.open(List.of(sources.sources), null, warnings::add);
        ClassDocs docs = documentation.of(ClassFile.read(project.classFile("p/P")), project.loader(), null);

        assertThat(docs.of("undocumented", "()V").verdict()).isEqualTo(Verdict.MISSING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<html>                               | found '<', expected a value at line 1, column 1",
                "{\"methods\":                        | it ends too early at line 1, column 12",
                "[]                                   | other members",
                "{\"methods\":[{\"name\":\"m\"}]}     | other members",
                "{\"methods\":[{\"name\":1,\"paramTypes\":[],\"doc\":\"\"}]} | other members"
            })
    void what_the_processor_cannot_have_written_is_warned_of(String text, String problem) throws IOException {
        Files.writeString(project.classes.resolve("p/P__Javadoc.json"), text);

        assertThat(docs("p/P").of("undocumented", "()V").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(warnings)
                .containsExactly("p/P__Javadoc.json is not what therapi-runtime-javadoc writes (" + problem
                        + "): compile its class again; until then its documentation is not judged by it");
    }

    private ClassDocs docs(String internalName) throws IOException {
        return Documentation.open(List.of(), null, warnings::add)
                .of(ClassFile.read(project.classFile(internalName)), project.loader(), null);
    }
}
