package dev.aide.agent.nulls;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.FieldInfo;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.TypeAnnotation;
import java.util.ArrayList;
import java.util.List;

/**
 * What a record's header says of the parameters of its canonical constructor, where the source does not repeat them (JLS
 * 8.10.4). Their annotations belong on the parameters too, but the Eclipse compiler leaves them out in some of its modes.
 */
final class RecordHeader {
    private RecordHeader() {}

    /** Returns the annotations of types on a method's parameters and result, and behind them those that the header has. */
    static List<TypeAnnotation> annotations(ClassFile file, MethodInfo method) {
        List<TypeAnnotation> all = method.typeAnnotations();
        if (!file.isRecord() || !method.isConstructor()) {
            return all;
        }
        List<FieldInfo> components = components(file);
        if (!takesAll(components, method)) {
            return all;
        }
        List<TypeAnnotation> withHeader = new ArrayList<>(all);
        for (int i = 0; i < components.size(); i++) {
            for (TypeAnnotation annotation : components.get(i).typeAnnotations()) {
                withHeader.add(annotation.onParameter(i));
            }
        }
        return withHeader;
    }

    private static List<FieldInfo> components(ClassFile file) {
        List<FieldInfo> components = new ArrayList<>();
        for (FieldInfo field : file.fields()) {
            if (!field.is(ClassFile.STATIC)) {
                components.add(field);
            }
        }
        return components;
    }

    /** Tells whether a constructor's parameters are the components, put there by the compiler. */
    private static boolean takesAll(List<FieldInfo> components, MethodInfo constructor) {
        boolean[] added = constructor.addedParameters();
        if (added == null || added.length != components.size()) {
            return false;
        }
        for (boolean each : added) {
            if (!each) {
                return false;
            }
        }
        return true;
    }
}
