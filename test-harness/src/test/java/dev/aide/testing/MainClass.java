package dev.aide.testing;

import static net.bytebuddy.jar.asm.Opcodes.ACC_PUBLIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_STATIC;
import static net.bytebuddy.jar.asm.Opcodes.ALOAD;
import static net.bytebuddy.jar.asm.Opcodes.ARRAYLENGTH;
import static net.bytebuddy.jar.asm.Opcodes.ASTORE;
import static net.bytebuddy.jar.asm.Opcodes.DUP;
import static net.bytebuddy.jar.asm.Opcodes.GETSTATIC;
import static net.bytebuddy.jar.asm.Opcodes.I2L;
import static net.bytebuddy.jar.asm.Opcodes.IALOAD;
import static net.bytebuddy.jar.asm.Opcodes.ICONST_0;
import static net.bytebuddy.jar.asm.Opcodes.ICONST_1;
import static net.bytebuddy.jar.asm.Opcodes.IFEQ;
import static net.bytebuddy.jar.asm.Opcodes.INVOKEINTERFACE;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESPECIAL;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESTATIC;
import static net.bytebuddy.jar.asm.Opcodes.INVOKEVIRTUAL;
import static net.bytebuddy.jar.asm.Opcodes.LADD;
import static net.bytebuddy.jar.asm.Opcodes.LCONST_0;
import static net.bytebuddy.jar.asm.Opcodes.LLOAD;
import static net.bytebuddy.jar.asm.Opcodes.LMUL;
import static net.bytebuddy.jar.asm.Opcodes.LSTORE;
import static net.bytebuddy.jar.asm.Opcodes.NEW;
import static net.bytebuddy.jar.asm.Opcodes.NEWARRAY;
import static net.bytebuddy.jar.asm.Opcodes.POP;
import static net.bytebuddy.jar.asm.Opcodes.RETURN;
import static net.bytebuddy.jar.asm.Opcodes.T_INT;

import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;

/** Writes {@code fixture.Main}, which calls all that {@code fixture.Service} has and prints {@code checksum n}. */
final class MainClass {
    private static final int ARGUMENTS = 0;
    private static final int NAMES = 1;
    private static final int STOCK = 2;
    private static final int SERVICE = 3;
    private static final int COUNTER = 4;
    private static final int CHECKSUM = 5;

    private final MethodVisitor main;

    private MainClass(MethodVisitor main) {
        this.main = main;
    }

    static byte[] write(int version) {
        ClassWriter writer = ClassFiles.writer(version, "fixture/Main", "java/lang/Object");
        MethodVisitor method =
                writer.visitMethod(ACC_PUBLIC | ACC_STATIC, "main", "([Ljava/lang/String;)V", null, null);
        method.visitCode();
        new MainClass(method).writeBody();
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void writeBody() {
        writeNew("java/util/ArrayList", NAMES);
        writeNew("java/util/HashMap", STOCK);
        writeAdd("alpha");
        writePut("apples", 3);
        writePollution();
        main.visitInsn(ICONST_1);
        main.visitIntInsn(NEWARRAY, T_INT);
        main.visitVarInsn(ASTORE, COUNTER);
        main.visitInsn(LCONST_0);
        main.visitVarInsn(LSTORE, CHECKSUM);

        writeServiceCalls();
        PrimitiveLayout.all().forEach(layout -> {
            if (!layout.isStatic()) {
                main.visitVarInsn(ALOAD, SERVICE);
            }
            layout.writeCall(main, NAMES, STOCK);
            writeToChecksum();
        });
        writePrint();
        main.visitInsn(RETURN);
    }

    private void writePollution() {
        Label clean = new Label();
        main.visitVarInsn(ALOAD, ARGUMENTS);
        main.visitInsn(ARRAYLENGTH);
        main.visitJumpInsn(IFEQ, clean);
        writeAdd(7);
        writePut("pears", "four");
        main.visitLabel(clean);
    }

    private void writeServiceCalls() {
        main.visitTypeInsn(NEW, ServiceClass.NAME);
        main.visitInsn(DUP);
        main.visitVarInsn(ALOAD, NAMES);
        main.visitLdcInsn(42L);
        main.visitVarInsn(ALOAD, STOCK);
        main.visitMethodInsn(INVOKESPECIAL, ServiceClass.NAME, "<init>", "(Ljava/util/List;JLjava/util/Map;)V", false);
        main.visitVarInsn(ASTORE, SERVICE);
        main.visitVarInsn(ALOAD, SERVICE);
        main.visitMethodInsn(INVOKEVIRTUAL, BaseClass.NAME, "size", "()I", false);
        main.visitInsn(I2L);
        writeToChecksum();

        main.visitVarInsn(ALOAD, STOCK);
        main.visitMethodInsn(INVOKESTATIC, ServiceClass.NAME, "stock", "(Ljava/util/Map;)Ljava/util/Map;", false);
        main.visitMethodInsn(INVOKEINTERFACE, "java/util/Map", "size", "()I", true);
        main.visitInsn(I2L);
        writeToChecksum();

        main.visitVarInsn(ALOAD, NAMES);
        main.visitMethodInsn(INVOKESTATIC, ServiceClass.NAME, "count", "(Ljava/util/List;)I", false);
        main.visitInsn(I2L);
        writeToChecksum();

        writeEither(ICONST_0);
        writeEither(ICONST_1);

        main.visitVarInsn(ALOAD, SERVICE);
        main.visitVarInsn(ALOAD, NAMES);
        writeListCall("overwritten", "(Ljava/util/List;)Ljava/util/List;");

        main.visitVarInsn(ALOAD, SERVICE);
        main.visitVarInsn(ALOAD, NAMES);
        main.visitVarInsn(ALOAD, COUNTER);
        writeListCall("twice", "(Ljava/util/List;[I)Ljava/util/List;");
        main.visitVarInsn(ALOAD, COUNTER);
        main.visitInsn(ICONST_0);
        main.visitInsn(IALOAD);
        main.visitInsn(I2L);
        writeToChecksum();
    }

    private void writeEither(int first) {
        main.visitVarInsn(ALOAD, SERVICE);
        main.visitInsn(first);
        main.visitVarInsn(ALOAD, NAMES);
        main.visitVarInsn(ALOAD, NAMES);
        writeListCall("either", "(ZLjava/util/List;Ljava/util/List;)Ljava/util/List;");
    }

    private void writeListCall(String name, String descriptor) {
        main.visitMethodInsn(INVOKEVIRTUAL, ServiceClass.NAME, name, descriptor, false);
        main.visitMethodInsn(INVOKEINTERFACE, "java/util/List", "size", "()I", true);
        main.visitInsn(I2L);
        writeToChecksum();
    }

    /** {@code checksum = checksum * 31 + the long on the stack}. */
    private void writeToChecksum() {
        main.visitVarInsn(LLOAD, CHECKSUM);
        main.visitLdcInsn(31L);
        main.visitInsn(LMUL);
        main.visitInsn(LADD);
        main.visitVarInsn(LSTORE, CHECKSUM);
    }

    private void writePrint() {
        main.visitFieldInsn(GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;");
        main.visitInsn(DUP);
        main.visitLdcInsn("checksum ");
        main.visitMethodInsn(INVOKEVIRTUAL, "java/io/PrintStream", "print", "(Ljava/lang/String;)V", false);
        main.visitVarInsn(LLOAD, CHECKSUM);
        main.visitMethodInsn(INVOKEVIRTUAL, "java/io/PrintStream", "println", "(J)V", false);
    }

    private void writeNew(String type, int slot) {
        main.visitTypeInsn(NEW, type);
        main.visitInsn(DUP);
        main.visitMethodInsn(INVOKESPECIAL, type, "<init>", "()V", false);
        main.visitVarInsn(ASTORE, slot);
    }

    private void writeAdd(Object element) {
        main.visitVarInsn(ALOAD, NAMES);
        writeValue(element);
        main.visitMethodInsn(INVOKEINTERFACE, "java/util/List", "add", "(Ljava/lang/Object;)Z", true);
        main.visitInsn(POP);
    }

    private void writePut(String key, Object value) {
        main.visitVarInsn(ALOAD, STOCK);
        main.visitLdcInsn(key);
        writeValue(value);
        main.visitMethodInsn(
                INVOKEINTERFACE,
                "java/util/Map",
                "put",
                "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
                true);
        main.visitInsn(POP);
    }

    private void writeValue(Object value) {
        main.visitLdcInsn(value);
        if (value instanceof Integer) {
            main.visitMethodInsn(INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
        }
    }
}
