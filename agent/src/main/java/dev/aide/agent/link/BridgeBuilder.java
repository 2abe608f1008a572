package dev.aide.agent.link;

import dev.aide.agent.classfile.ClassBytes;
import java.io.IOException;
import java.lang.invoke.CallSite;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;

/** Defines {@link Bridge} where all woven code can see it, and connects it. */
final class BridgeBuilder {
    private BridgeBuilder() {}

    static void build(JavaBase javaBase, Function<Object[], CallSite> linker, ObjIntConsumer<Object[]> indexed)
            throws ReflectiveOperationException, IOException {
        if (isThere()) {
            throw new IllegalStateException("another aide is in this JVM already; keep one -javaagent:aide.jar");
        }
        ClassWriter writer = new ClassWriter(0);
        SimpleRemapper remapper =
                new SimpleRemapper(Opcodes.ASM9, Bridge.class.getName().replace('.', '/'), Bridge.NAME);
        new ClassReader(ownBytes(Bridge.class)).accept(new ClassRemapper(writer, remapper), ClassReader.SKIP_DEBUG);
        javaBase.define(writer.toByteArray())
                .getMethod("connect", Function.class, ObjIntConsumer.class)
                .invoke(null, linker, indexed);
    }

    static byte[] ownBytes(Class<?> type) throws IOException {
        String resource = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        byte[] bytes = ClassBytes.read(type.getResourceAsStream(resource));
        if (bytes == null) {
            throw new IOException("aide.jar is not whole: " + type.getName() + " has no class file in it");
        }
        return bytes;
    }

    private static boolean isThere() {
        try {
            Class.forName(Bridge.NAME.replace('/', '.'), false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
