package dev.aide.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.classfile.ClassFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** Every method of a large library's class files is found in its sources. */
class WholeLibraryTest {
    private final List<String> warnings = new ArrayList<>();
    private final Documentation documentation = Documentation.open(List.of(), null, warnings::add);
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final List<String> lost = new ArrayList<>();

    @Test
    void only_what_the_compiler_makes_is_unknown() throws IOException {
        Path jar = SourceJars.path("guava.jar").toAbsolutePath();
        URL location = jar.toUri().toURL();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry :
                    zip.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    judge(in.readAllBytes(), location);
                }
            }
        }

        assertThat(lost).isEmpty();
        assertThat(warnings).isEmpty();
        assertThat(verdicts.get(Verdict.DOCUMENTED)).isGreaterThan(3_000);
        assertThat(verdicts.get(Verdict.MISSING)).isGreaterThan(3_000);
    }

    private void judge(byte[] classFile, URL location) {
        ClassReader reader = new ClassReader(classFile);
        ClassDocs docs = documentation.of(ClassFile.read(classFile), null, location);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    // anonymous and local classes, and what is nested in them, need no documentation
                    private final boolean isMember = !reader.getClassName().matches(".*\\$\\d.*");

                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        if (isMember
                                && (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0
                                && (access & Opcodes.ACC_SYNTHETIC) == 0) {
                            judge(reader, docs, name, descriptor);
                        }
                        return null;
                    }
                },
                ClassReader.SKIP_CODE);
    }

    private void judge(ClassReader type, ClassDocs docs, String name, String descriptor) {
        Verdict verdict = docs.of(name, descriptor).verdict();
        verdicts.merge(verdict, 1, Integer::sum);
        boolean isEnum = type.getSuperName().equals("java/lang/Enum");
        boolean isImplicit = (name + descriptor).equals("<init>()V")
                || (isEnum && (name.equals("values") || name.equals("valueOf")));
        if (verdict == Verdict.UNKNOWN && !isImplicit) {
            lost.add(type.getClassName() + "." + name + descriptor);
        }
    }
}
