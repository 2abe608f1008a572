package dev.aide.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Fixtures;
import dev.aide.agent.classfile.KnownSurroundings;
import dev.aide.agent.config.Settings;
import dev.aide.agent.link.UnconnectedLinks;
import dev.aide.agent.rule.Judge;
import dev.aide.agent.rule.Rule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassWeaverTest {
    private static final String SAVE = "save(Ljava/util/List;JLjava/lang/Object;)Ljava/lang/Object;";

    @Test
    void weaves_invokedynamic_where_there_is_one() throws Exception {
        String constants = "[save, (Ljava/util/List;JLjava/lang/Object;)Ljava/lang/Object;,"
                + " (Ljava/util/List<Ljava/lang/String;>;JTT;)TT;,"
                + " <T:Ljava/lang/Object;>Ljava/lang/Object;, ,,, ";
        assertThat(Instructions.of(woven(generated(Opcodes.V1_8)), SAVE))
                .containsExactly(
                        // … → …, names, entity, this → …
                        "ALOAD 1",
                        "ALOAD 4",
                        "ALOAD 0",
                        "INVOKEDYNAMIC argument (Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)V " + constants
                                + "0,2 this, 11]",
                        "ALOAD 4",
                        // …, result → …, result, result, this → …, result
                        "DUP",
                        "ALOAD 0",
                        "INVOKEDYNAMIC result (Ljava/lang/Object;Ljava/lang/Object;)V " + constants + "0,2 this, 1]",
                        "ARETURN",
                        "MAXS 7 5");
    }

    @Test
    void weaves_an_indexed_call_where_there_is_no_invokedynamic() throws Exception {
        assertThat(Instructions.of(woven(generated(Opcodes.V1_5)), SAVE))
                .containsExactly(
                        "SIPUSH 3",
                        "ANEWARRAY java/lang/Object",
                        // …, array → …, array, array, index, value → …, array
                        "DUP",
                        "SIPUSH 0",
                        "ALOAD 1",
                        "AASTORE",
                        "DUP",
                        "SIPUSH 1",
                        "ALOAD 4",
                        "AASTORE",
                        "DUP",
                        "SIPUSH 2",
                        "ALOAD 0",
                        "AASTORE",
                        // …, array, site → …
                        "LDC 0",
                        "INVOKESTATIC java/lang/$Aide.check ([Ljava/lang/Object;I)V",
                        "ALOAD 4",
                        // …, result → …, result, result, this, site → …, result
                        "DUP",
                        "ALOAD 0",
                        "LDC 1",
                        "INVOKESTATIC java/lang/$Aide.check (Ljava/lang/Object;Ljava/lang/Object;I)V",
                        "ARETURN",
                        "MAXS 7 5");
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.V1_1, Opcodes.V1_5, Opcodes.V1_6, Opcodes.V1_7, Opcodes.V1_8, Opcodes.V17})
    void the_version_stays_and_the_class_verifies(int version) throws Exception {
        byte[] woven = woven(generated(version));

        assertThat(ClassFile.majorVersion(woven)).isEqualTo(version & 0xffff);
        Class<?> defined = new ClassLoader(getClass().getClassLoader()) {
            Class<?> define() {
                return defineClass("com.acme.Orders", woven, 0, woven.length);
            }
        }.define();
        // initializing links, and linking verifies
        assertThat(Class.forName(defined.getName(), true, defined.getClassLoader()))
                .isSameAs(defined);
    }

    @Test
    void methods_without_a_plan_stay_as_they_are_byte_for_byte() throws Exception {
        for (Class<?> type : List.of(Fixtures.Repository.class, Fixtures.Lambdas.class, Settings.class)) {
            byte[] original = Fixtures.bytes(type);
            Map<String, MethodPlan> plans = plans(original);
            Map<String, byte[]> before = codes(original);
            Map<String, byte[]> after = codes(woven(original));

            assertThat(plans).isNotEmpty();
            assertThat(after).containsOnlyKeys(before.keySet());
            for (Map.Entry<String, byte[]> method : before.entrySet()) {
                boolean unchanged = Arrays.equals(after.get(method.getKey()), method.getValue());
                assertThat(unchanged).as(method.getKey()).isEqualTo(!plans.containsKey(method.getKey()));
            }
        }
    }

    @Test
    void a_number_that_overwrites_this_counts_too() throws Exception {
        byte[] original = classFile(Opcodes.V1_8, code -> {
            code.visitInsn(Opcodes.ICONST_0);
            code.visitVarInsn(Opcodes.ISTORE, 0);
            code.visitVarInsn(Opcodes.ALOAD, 4);
        });

        assertThat(Instructions.of(woven(original), SAVE))
                .filteredOn(line -> line.startsWith("INVOKEDYNAMIC"))
                .hasSize(1);
    }

    @Test
    void a_method_that_overwrites_this_gets_no_check_that_needs_it() throws Exception {
        byte[] original = classFile(Opcodes.V1_8, code -> {
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitVarInsn(Opcodes.ASTORE, 0);
            code.visitVarInsn(Opcodes.ALOAD, 4);
        });

        assertThat(Instructions.of(woven(original), SAVE))
                .filteredOn(line -> line.startsWith("INVOKEDYNAMIC"))
                .singleElement()
                .asString()
                .startsWith("INVOKEDYNAMIC argument ");
    }

    private static byte[] woven(byte[] original) throws Exception {
        ClassFile file = ClassFile.read(original);
        SiteEmitter emitter =
                new SiteEmitter(new UnconnectedLinks().links(), file, ClassWeaverTest.class.getClassLoader());
        return ClassWeaver.weave(original, plans(original), emitter);
    }

    private static Map<String, MethodPlan> plans(byte[] original) throws Exception {
        Settings settings = Settings.read("include=**", Rule.strictness());
        return new Planner(settings, new Judge(settings, problem -> {}), null)
                .plan(
                        ClassFile.read(original),
                        new KnownSurroundings().of(ClassWeaverTest.class.getClassLoader(), null));
    }

    private static byte[] generated(int version) {
        return classFile(version, code -> code.visitVarInsn(Opcodes.ALOAD, 4));
    }

    private interface Body {
        void emit(MethodVisitor code);
    }

    /** A {@code class Orders<T>} with {@code T save(List<String>, long, T)}, whose body leaves what it returns. */
    private static byte[] classFile(int version, Body body) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                version,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER,
                "com/acme/Orders",
                "<T:Ljava/lang/Object;>Ljava/lang/Object;",
                "java/lang/Object",
                null);
        MethodVisitor code = writer.visitMethod(
                Opcodes.ACC_PUBLIC,
                "save",
                "(Ljava/util/List;JLjava/lang/Object;)Ljava/lang/Object;",
                "(Ljava/util/List<Ljava/lang/String;>;JTT;)TT;",
                null);
        code.visitCode();
        body.emit(code);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(1, 5);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Returns the bytes of each Code attribute. */
    private static Map<String, byte[]> codes(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        char[] buffer = new char[reader.getMaxStringLength()];
        Map<String, byte[]> codes = new HashMap<>();
        int at = reader.header + 8 + 2 * reader.readUnsignedShort(reader.header + 6);
        int fields = reader.readUnsignedShort(at);
        at += 2;
        for (; fields > 0; fields--) {
            at = skipMember(reader, at);
        }
        int methods = reader.readUnsignedShort(at);
        at += 2;
        for (; methods > 0; methods--) {
            String id = reader.readUTF8(at + 2, buffer) + reader.readUTF8(at + 4, buffer);
            int attributes = reader.readUnsignedShort(at + 6);
            at += 8;
            for (; attributes > 0; attributes--) {
                int length = 6 + reader.readInt(at + 2);
                if (reader.readUTF8(at, buffer).equals("Code")) {
                    codes.put(id, Arrays.copyOfRange(bytes, at, at + length));
                }
                at += length;
            }
        }
        return codes;
    }

    private static int skipMember(ClassReader reader, int member) {
        int at = member + 8;
        for (int attributes = reader.readUnsignedShort(member + 6); attributes > 0; attributes--) {
            at += 6 + reader.readInt(at + 2);
        }
        return at;
    }
}
