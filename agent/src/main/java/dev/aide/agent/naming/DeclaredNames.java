package dev.aide.agent.naming;

import dev.aide.agent.classfile.Alignment;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameter names of the methods that one class file declares; immutable. */
final class DeclaredNames {
    private final Map<String, List<String>> names = new HashMap<>();
    private final String superName;
    private final List<String> interfaces;

    /** Reads a class file; from one that is not there, there is nothing to know. */
    DeclaredNames(ClassFile file, NamesInClassFiles.Silence silence) {
        this.superName = file == null || file.superName().isEmpty() ? null : file.superName();
        this.interfaces = file == null ? Collections.<String>emptyList() : file.interfaces();
        for (MethodInfo method : file == null ? Collections.<MethodInfo>emptyList() : file.methods()) {
            boolean isOfSource = !method.is(ClassFile.SYNTHETIC | ClassFile.BRIDGE);
            names.put(method.id(), isOfSource ? namesOf(method, leftOut(file, method, silence)) : null);
        }
    }

    boolean declares(String method) {
        return names.containsKey(method);
    }

    /** Returns the names of a method's parameters by its name and descriptor, or null. */
    List<String> of(String method) {
        return names.get(method);
    }

    /** Returns the superclass, or null. */
    String superName() {
        return superName;
    }

    List<String> interfaces() {
        return interfaces;
    }

    /** Returns one name a parameter, empty where it has none that a caller means; null where none has. */
    private static List<String> namesOf(MethodInfo method, Set<Integer> leftOut) {
        List<JavaType> types = MethodSignature.parse(method.descriptor()).parameters();
        int[] slots = slots(method, types);
        Map<Integer, String> bySlot = method.namesBySlot(slots);
        boolean[] added = method.addedParameters();
        List<String> found = new ArrayList<>();
        boolean hasAny = false;
        for (int i = 0; i < slots.length; i++) {
            String name = bySlot.get(slots[i]);
            boolean takesRest = method.is(ClassFile.VARARGS) && i == slots.length - 1;
            boolean isAdded = added != null && added.length == slots.length && added[i];
            boolean isOwn =
                    name != null && !takesRest && !isAdded && !leftOut.contains(slots[i]) && name.indexOf('$') < 0;
            found.add(isOwn ? name : "");
            hasAny |= isOwn;
        }
        return hasAny ? found : null;
    }

    /** Returns the local variables of the parameters that are left out. */
    private static Set<Integer> leftOut(ClassFile file, MethodInfo method, NamesInClassFiles.Silence silence) {
        Alignment alignment = method.parameterAnnotations().isEmpty()
                ? null
                : Alignment.of(file, method, MethodSignature.parse(method.descriptor()));
        Set<Integer> slots = new HashSet<>();
        int count = alignment == null ? 0 : alignment.signature().parameters().size();
        for (int i = 0; i < count; i++) {
            if (silence.covers(alignment.annotations(i))) {
                slots.add(alignment.slots(Collections.singletonList(i))[0]);
            }
        }
        return slots;
    }

    private static int[] slots(MethodInfo method, List<JavaType> types) {
        int[] slots = new int[types.size()];
        int slot = method.is(ClassFile.STATIC) ? 0 : 1;
        for (int i = 0; i < slots.length; i++) {
            slots[i] = slot;
            slot += types.get(i).slots();
        }
        return slots;
    }
}
