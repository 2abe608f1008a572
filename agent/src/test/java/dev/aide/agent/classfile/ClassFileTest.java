package dev.aide.agent.classfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassFileTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                Opcodes.V1_1,
                Opcodes.V1_4,
                Opcodes.V1_5,
                Opcodes.V1_6,
                Opcodes.V1_7,
                Opcodes.V1_8,
                Opcodes.V17,
                Opcodes.V25
            })
    void reads_the_headers_of_any_version(int version) {
        ClassFile file = ClassFile.read(generated(version));

        assertThat(file.majorVersion()).isEqualTo(version & 0xffff);
        assertThat(ClassFile.majorVersion(generated(version))).isEqualTo(version & 0xffff);
        assertThat(file.name()).isEqualTo("com/acme/Orders");
        assertThat(file.superName()).isEqualTo("com/acme/Base");
        assertThat(file.signature()).isEqualTo("<T:Ljava/lang/Object;>Lcom/acme/Base<TT;>;");
        assertThat(file.isFinal()).isTrue();
        assertThat(file.isEnum()).isFalse();
        assertThat(file.isLocal()).isFalse();
        assertThat(file.methods())
                .extracting(method -> method.name() + method.descriptor())
                .containsExactly("place(Ljava/util/List;J)V", "isAbstract()V");
        MethodInfo place = file.methods().get(0);
        assertThat(place.signature()).isEqualTo("(Ljava/util/List<Ljava/lang/String;>;J)V");
        assertThat(place.hasCode()).isTrue();
        assertThat(place.is(ClassFile.STATIC)).isFalse();
        assertThat(place.isConstructor()).isFalse();
        assertThat(file.methods().get(1).hasCode()).isFalse();
        assertThat(file.methods().get(1).signature()).isNull();
        assertThat(file.calledClasses()).containsExactly("com/acme/Helper");
    }

    @Test
    void reads_parameter_names_by_slot() throws IOException {
        MethodInfo method = method(ClassFile.read(Fixtures.bytes(Fixtures.Named.class)), "named");

        assertThat(method.namesBySlot(new int[] {1, 2, 4}))
                .containsAllEntriesOf(Map.of(1, "lines", 2, "when", 4, "customer"));
    }

    @Test
    void tells_where_in_the_sources_a_method_begins() throws IOException {
        ClassFile named = ClassFile.read(Fixtures.bytes(Fixtures.Named.class));
        ClassFile defaults = ClassFile.read(Fixtures.bytes(Fixtures.Defaults.class));
        List<String> lines = Files.readAllLines(Path.of("src/test/java", named.sourcePath()));

        assertThat(named.sourcePath()).isEqualTo("dev/aide/agent/classfile/Fixtures.java");
        assertThat(lines.get(method(named, "named").firstLine() - 1)).contains("void named(");
        assertThat(method(defaults, "isAbstract").firstLine()).isZero();
        assertThat(ClassFile.read(generated(Opcodes.V1_8)).sourcePath()).isEmpty();
        assertThat(method(ClassFile.read(generated(Opcodes.V1_8)), "place").firstLine())
                .isZero();
    }

    @Test
    void tells_kinds_of_classes_and_methods() throws IOException {
        ClassFile kind = ClassFile.read(Fixtures.bytes(Fixtures.Kind.class));
        assertThat(kind.isEnum()).isTrue();

        ClassFile local = ClassFile.read(Fixtures.bytes(Fixtures.local().getClass()));
        assertThat(local.isLocal()).isTrue();

        ClassFile lambdas = ClassFile.read(Fixtures.bytes(Fixtures.Lambdas.class));
        assertThat(lambdas.methods()).filteredOn(MethodInfo::isLambdaBody).hasSize(1);
    }

    @Test
    void bytes_that_end_early_end_in_an_exception() throws IOException {
        byte[] whole = Fixtures.bytes(HashMap.class);
        for (int length = 0; length < whole.length; length += 1 + length / 50) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ClassFile.read(cut)).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void corrupt_bytes_are_read_or_end_in_an_exception_but_end() throws IOException {
        List<byte[]> originals =
                List.of(Fixtures.bytes(HashMap.class), Fixtures.bytes(Fixtures.Kind.class), generated(Opcodes.V1_8));
        Random random = new Random(7);
        int refused = assertTimeoutPreemptively(Duration.ofSeconds(90), () -> {
            int exceptions = 0;
            for (int i = 0; i < 5_000; i++) {
                byte[] mutant = originals.get(i % originals.size()).clone();
                for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
                    mutant[8 + random.nextInt(mutant.length - 8)] = (byte) random.nextInt();
                }
                try {
                    readAll(mutant);
                } catch (RuntimeException e) {
                    exceptions++;
                }
            }
            return exceptions;
        });

        assertThat(refused).isBetween(100, 4_999);
    }

    @Test
    void before_java_5_an_attribute_says_what_the_compiler_made() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_4, Opcodes.ACC_SUPER, "com/acme/Old", null, "java/lang/Object", null);
        writer.visitMethod(Opcodes.ACC_NATIVE | Opcodes.ACC_SYNTHETIC, "made", "()V", null, null)
                .visitEnd();
        writer.visitMethod(Opcodes.ACC_NATIVE, "written", "()V", null, null).visitEnd();
        writer.visitEnd();

        ClassFile file = ClassFile.read(writer.toByteArray());

        assertThat(method(file, "made").is(ClassFile.SYNTHETIC)).isTrue();
        assertThat(method(file, "written").is(ClassFile.SYNTHETIC)).isFalse();
    }

    private static void readAll(byte[] bytes) {
        ClassFile file = ClassFile.read(bytes);
        assertThat(file.name()).isNotNull();
        for (MethodInfo method : file.methods()) {
            method.addedParameters();
            method.namesBySlot(new int[] {0, 1, 2});
        }
        file.calledClasses();
    }

    private static MethodInfo method(ClassFile file, String name) {
        return file.methods().stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] generated(int version) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                version,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                "com/acme/Orders",
                "<T:Ljava/lang/Object;>Lcom/acme/Base<TT;>;",
                "com/acme/Base",
                null);
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "n", "J", null, 5L)
                .visitEnd();
        var place = writer.visitMethod(
                Opcodes.ACC_PUBLIC, "place", "(Ljava/util/List;J)V", "(Ljava/util/List<Ljava/lang/String;>;J)V", null);
        place.visitCode();
        place.visitMethodInsn(Opcodes.INVOKESTATIC, "com/acme/Helper", "help", "()V", false);
        place.visitInsn(Opcodes.RETURN);
        place.visitMaxs(0, 4);
        place.visitEnd();
        writer.visitMethod(Opcodes.ACC_ABSTRACT, "isAbstract", "()V", null, null)
                .visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
