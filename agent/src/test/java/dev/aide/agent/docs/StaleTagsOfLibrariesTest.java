package dev.aide.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.ClassFinder;
import dev.aide.agent.classfile.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** Of the thousands of tags in large libraries only those are blamed that are wrong: each was looked at. */
class StaleTagsOfLibrariesTest {
    private final List<String> stale = new ArrayList<>();
    private int tags;

    @Test
    void hibernate_has_a_few() throws IOException {
        judge("hibernate-core.jar");

        assertThat(tags).isGreaterThan(5_000);
        assertThat(stale)
                .containsExactlyInAnyOrder(
                        "QueryParameters.setReadOnly @return: the method returns nothing",
                        "Restrictions.idEq @param propertyName: the method's parameter is value",
                        "SQLServer2005Dialect.getLimitString @param offset: the method's parameters are querySqlString, hasOffset",
                        "SQLServer2005Dialect.getLimitString @param limit: the method's parameters are querySqlString, hasOffset",
                        "SQLServer2005Dialect.getSelectFieldsWithoutAliases @param an: the method's parameter is sql",
                        "SQLServer2005Dialect.stripAliases @param a: the method's parameter is str",
                        "EventCache.setOperatedOn @return: the method returns nothing",
                        "LoadEventListener.onLoad @return: the method returns nothing",
                        "Configuration.setCollectionCacheConcurrencyStrategy @return: the method returns nothing",
                        "GeneratedOrderByFragmentParser.resolveFunction @param The: the method's parameter is ast",
                        "GeneratedOrderByFragmentParser.postProcessSortSpecification @param The: the method's parameter is sortSpec",
                        "ForeignKey.alignColumns @param referencedTable: the method has no parameter",
                        "Type.setToXMLNode @return: the method returns nothing");
    }

    @Test
    void guava_has_none() throws IOException {
        judge("guava.jar");

        assertThat(tags).isGreaterThan(3_000);
        assertThat(stale).isEmpty();
    }

    private void judge(String jar) throws IOException {
        Path path = SourceJars.path(jar).toAbsolutePath();
        URL location = path.toUri().toURL();
        Documentation documentation = Documentation.open(List.of(), null, warning -> stale.add(warning));
        try (ZipFile zip = new ZipFile(path.toFile());
                URLClassLoader loader = new URLClassLoader(new URL[] {location})) {
            Surroundings surroundings = new Surroundings(new ClassFinder(loader), location);
            for (ZipEntry entry :
                    zip.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] classFile = in.readAllBytes();
                    ClassReader reader = new ClassReader(classFile);
                    ClassDocs docs = documentation.of(ClassFile.read(classFile), null, location);
                    reader.accept(new Judge(reader.getClassName(), docs, surroundings), ClassReader.SKIP_CODE);
                }
            }
        }
    }

    private final class Judge extends ClassVisitor {
        private final String owner;
        private final ClassDocs docs;
        private final Surroundings surroundings;

        Judge(String owner, ClassDocs docs, Surroundings surroundings) {
            super(Opcodes.ASM9);
            this.owner = owner;
            this.docs = docs;
            this.surroundings = surroundings;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodDoc doc = docs.of(name, descriptor);
            if ((access & Opcodes.ACC_SYNTHETIC) == 0) {
                tags += doc.paramTags().size() + doc.throwsTags().size() + (doc.hasReturnTag() ? 1 : 0);
                List<String> thrown = exceptions == null ? List.of() : List.of(exceptions);
                DeclaredMethod method = new DeclaredMethod(owner, descriptor, signature, null, thrown);
                for (StaleTag tag : StaleTags.find(doc, method, surroundings)) {
                    stale.add(owner.substring(owner.lastIndexOf('/') + 1) + "." + name + " " + tag);
                }
            }
            return null;
        }
    }
}
