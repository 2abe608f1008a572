package dev.aide.agent.docs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The methods of one class as bytes: what rules ask of them, not their words. */
final class IndexFormat {
    private static final int HAS_WORDS = 1;
    private static final int INHERITS = 2;
    private static final int HAS_RETURN = 4;
    /** The longest text that {@link DataOutputStream#writeUTF} takes in any script. */
    private static final int LONGEST = 65_535 / 3;

    private IndexFormat() {}

    static byte[] bytes(List<MethodEntry> methods) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeInt(methods.size());
            for (MethodEntry method : methods) {
                write(method, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    static List<MethodEntry> methods(byte[] bytes) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            List<MethodEntry> methods = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                methods.add(readMethod(in));
            }
            return methods;
        } catch (IOException e) {
            throw new UncheckedIOException("a class's part of an index of documentation is cut short", e);
        }
    }

    private static void write(MethodEntry method, DataOutputStream out) throws IOException {
        DocTags tags = method.tags;
        write(method.name, out);
        write(method.parameterTypes, out);
        write(method.parameterNames, out);
        write(method.typeParameters, out);
        out.writeByte(
                (tags.hasWords ? HAS_WORDS : 0) | (tags.inherits ? INHERITS : 0) | (tags.hasReturn ? HAS_RETURN : 0));
        write(tags.parameters, out);
        write(tags.typeParameters, out);
        write(tags.thrown, out);
    }

    private static MethodEntry readMethod(DataInputStream in) throws IOException {
        String name = in.readUTF();
        List<String> parameterTypes = readList(in);
        List<String> parameterNames = readList(in);
        List<String> typeParameters = readList(in);
        DocTags.Builder tags = new DocTags.Builder();
        int flags = in.readByte();
        tags.hasWords = (flags & HAS_WORDS) != 0;
        tags.inherits = (flags & INHERITS) != 0;
        tags.hasReturn = (flags & HAS_RETURN) != 0;
        tags.parameters = readList(in);
        tags.typeParameters = readList(in);
        tags.thrown = readList(in);
        return new MethodEntry(name, parameterTypes, parameterNames, typeParameters, tags.build());
    }

    private static void write(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            write(text, out);
        }
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        out.writeUTF(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    }

    private static List<String> readList(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
