package dev.aide.agent.classfile;

import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Lays a method's signature over its descriptor, which may have parameters that the compiler added: an inner class's outer
 * instance, an enum's name and ordinal (JVMS 4.7.9.1 does not promise that they correspond). Immutable.
 */
public final class Alignment {
    private final MethodInfo method;
    private final MethodSignature signature;
    /** What {@link #signature} was read from. */
    private final String text;

    private final int[] descriptorSlots;
    /** The place in the descriptor of each parameter of the signature. */
    private final int[] places;
    /** Whether the compiler added a parameter of the signature; null where that is not known. */
    private final boolean[] added;

    private Alignment(
            MethodInfo method,
            MethodSignature signature,
            String text,
            int[] descriptorSlots,
            int[] places,
            boolean[] added) {
        this.method = method;
        this.signature = signature;
        this.text = text;
        this.descriptorSlots = descriptorSlots;
        this.places = places;
        this.added = added;
    }

    /** Returns the alignment, or null where it cannot be told which parameters correspond. */
    public static Alignment of(ClassFile file, MethodInfo method, MethodSignature descriptor) {
        MethodSignature signature = method.signature() == null ? descriptor : MethodSignature.parse(method.signature());
        int[] places = places(file, method, descriptor, signature);
        if (places == null) {
            return null;
        }
        if (!agree(signature, descriptor, places)) {
            // some compilers write types that are nowhere in the code: Scala's PolyFunction is a Function1
            signature = descriptor;
            places = from(0, descriptor.parameters().size());
        }
        String text = signature == descriptor ? method.descriptor() : method.signature();
        int[] slots = slots(method, descriptor);
        return new Alignment(method, signature, text, slots, places, added(file, method, signature, descriptor));
    }

    private static boolean agree(MethodSignature signature, MethodSignature descriptor, int[] places) {
        for (int i = 0; i < places.length; i++) {
            if (!signature
                    .parameters()
                    .get(i)
                    .agreesWith(descriptor.parameters().get(places[i]))) {
                return false;
            }
        }
        return signature.result().agreesWith(descriptor.result());
    }

    public MethodSignature signature() {
        return signature;
    }

    /** Returns the text that {@link #signature()} was read from. */
    public String signatureText() {
        return text;
    }

    /** Returns the local variables of some parameters of the signature. */
    public int[] slots(List<Integer> parameters) {
        int[] slots = new int[parameters.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = descriptorSlots[places[parameters.get(i)]];
        }
        return slots;
    }

    /** Returns the names of the signature's parameters; empty where the class file has none. */
    public List<String> names() {
        Map<Integer, String> bySlot = method.namesBySlot(descriptorSlots);
        List<String> names = new ArrayList<>();
        for (int place : places) {
            String name = bySlot.get(descriptorSlots[place]);
            names.add(name == null ? "" : name);
        }
        return names;
    }

    /** Tells whether it is known which parameters of the signature the source has. */
    public boolean isSourceKnown() {
        return added != null;
    }

    /** Tells whether the compiler added a parameter of the signature, where that is known. */
    public boolean isAdded(int parameter) {
        return added[parameter];
    }

    /** Returns the place among the source's parameters of one of the signature, where that is known; -1 for added ones. */
    public int sourceIndex(int parameter) {
        int index = 0;
        for (int i = 0; i < parameter; i++) {
            index += added[i] ? 0 : 1;
        }
        return added[parameter] ? -1 : index;
    }

    /** Returns the annotations of a parameter; compilers differ in whether their tables count the parameters they added. */
    public List<Annotation> annotations(int parameter) {
        List<List<Annotation>> all = method.parameterAnnotations();
        int index = all.size() == descriptorSlots.length
                ? places[parameter]
                : isSourceKnown() ? sourceIndex(parameter) : -1;
        return index < 0 || index >= all.size() ? Collections.<Annotation>emptyList() : all.get(index);
    }

    /** A Signature attribute has what the source has (JVMS 4.7.9.1); a descriptor has all. */
    private static boolean[] added(
            ClassFile file, MethodInfo method, MethodSignature signature, MethodSignature descriptor) {
        boolean[] added = new boolean[signature.parameters().size()];
        if (file.isEnum()
                && method.isConstructor()
                && added.length == descriptor.parameters().size()) {
            // Groovy's Signature has the name and the ordinal too
            Arrays.fill(added, 0, Math.min(2, added.length), true);
            return added;
        }
        // all that a record is made of stands in its source, though MethodParameters calls it mandated (JLS 8.10.4)
        if (signature != descriptor || file.isRecord()) {
            return added;
        }
        boolean[] told = method.addedParameters();
        if (told != null && told.length == added.length) {
            return told;
        }
        if (!method.isConstructor()) {
            return added;
        }
        if (file.isLocal()) {
            return null;
        }
        if (file.isInner()) {
            Arrays.fill(added, 0, Math.min(1, added.length), true);
        }
        return added;
    }

    private static int[] places(
            ClassFile file, MethodInfo method, MethodSignature descriptor, MethodSignature signature) {
        int wanted = signature.parameters().size();
        int given = descriptor.parameters().size();
        boolean[] added = method.addedParameters();
        if (wanted == given) {
            return from(0, wanted);
        }
        if (added != null && added.length == given) {
            return unadded(added, wanted);
        }
        if (file.isLocal() || !method.isConstructor()) {
            return null;
        }
        int front = file.isEnum() ? 2 : 1;
        return wanted + front == given ? from(front, wanted) : null;
    }

    private static int[] unadded(boolean[] added, int wanted) {
        int[] places = new int[wanted];
        int found = 0;
        for (int i = 0; i < added.length; i++) {
            if (!added[i]) {
                if (found == wanted) {
                    return null;
                }
                places[found++] = i;
            }
        }
        return found == wanted ? places : null;
    }

    private static int[] from(int front, int count) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = front + i;
        }
        return places;
    }

    private static int[] slots(MethodInfo method, MethodSignature descriptor) {
        List<JavaType> types = descriptor.parameters();
        int[] slots = new int[types.size()];
        int slot = method.is(ClassFile.STATIC) ? 0 : 1;
        for (int i = 0; i < slots.length; i++) {
            slots[i] = slot;
            slot += types.get(i).slots();
        }
        return slots;
    }
}
