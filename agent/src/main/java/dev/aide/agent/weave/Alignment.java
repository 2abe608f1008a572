package dev.aide.agent.weave;

import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import java.util.List;
import java.util.Map;

/**
 * Lays a method's signature over its descriptor, which may have parameters that the compiler added: an inner class's outer
 * instance, an enum's name and ordinal (JVMS 4.7.9.1 does not promise that they correspond). Immutable.
 */
final class Alignment {
    private final ClassFile.Method method;
    private final MethodSignature signature;
    private final int[] descriptorSlots;
    /** The place in the descriptor of each parameter of the signature. */
    private final int[] places;

    private Alignment(ClassFile.Method method, MethodSignature signature, int[] descriptorSlots, int[] places) {
        this.method = method;
        this.signature = signature;
        this.descriptorSlots = descriptorSlots;
        this.places = places;
    }

    /** Returns the alignment, or null where it cannot be told which parameters correspond. */
    static Alignment of(ClassFile file, ClassFile.Method method, MethodSignature descriptor) {
        MethodSignature signature = method.signature() == null ? descriptor : MethodSignature.parse(method.signature());
        int[] places = places(file, method, descriptor, signature);
        return places == null ? null : new Alignment(method, signature, slots(method, descriptor), places);
    }

    MethodSignature signature() {
        return signature;
    }

    /** Returns the text that {@link #signature()} was read from. */
    String signatureText() {
        return method.signature() == null ? method.descriptor() : method.signature();
    }

    /** Returns the local variables of some parameters of the signature. */
    int[] slots(List<Integer> parameters) {
        int[] slots = new int[parameters.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = descriptorSlots[places[parameters.get(i)]];
        }
        return slots;
    }

    /** Returns the names of the signature's parameters, by commas, in the way of {@link SiteSpec}. */
    String names() {
        Map<Integer, String> bySlot = method.namesBySlot(descriptorSlots);
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < places.length; i++) {
            String name = bySlot.get(descriptorSlots[places[i]]);
            names.append(i == 0 ? "" : ",").append(name == null ? "" : name);
        }
        return names.append(method.is(ClassFile.VARARGS) ? SiteSpec.VARARGS : "")
                .toString();
    }

    private static int[] places(
            ClassFile file, ClassFile.Method method, MethodSignature descriptor, MethodSignature signature) {
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

    private static int[] slots(ClassFile.Method method, MethodSignature descriptor) {
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
