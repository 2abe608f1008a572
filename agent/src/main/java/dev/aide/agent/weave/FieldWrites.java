package dev.aide.agent.weave;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.CodeScan;
import dev.aide.agent.classfile.FieldInfo;
import dev.aide.agent.classfile.MemberRef;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.rule.HeldValue;
import dev.aide.agent.rule.Silenced;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.TypesField;
import dev.aide.agent.rule.WrittenField;
import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import dev.aide.agent.type.Need;
import dev.aide.agent.type.TypeVariables;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Finds in a method's code the writes to fields that {@link TypesField} looks at. */
final class FieldWrites {
    static final int PUTSTATIC = 0xb3;
    static final int PUTFIELD = 0xb5;
    private static final int MOST_STEPS = 64;
    private static final int ALOAD = 0x19;
    private static final int ALOAD_0 = 0x2a;
    private static final int ASTORE = 0x3a;
    private static final int ASTORE_0 = 0x4b;
    private static final int POP = 0x57;
    private static final int GOTO = 0xa7;
    private static final int NEW = 0xbb;
    private static final int INVOKESPECIAL = 0xb7;

    private final TypesField rule = new TypesField();
    private final ClassFile file;
    private final Surroundings surroundings;
    private final Need.KnownClasses known;
    private final VariablesInScope scope;
    private final Silenced silenced;
    private final Map<String, Declared> declared = new HashMap<>();

    FieldWrites(ClassFile file, Surroundings surroundings, Need.KnownClasses known) {
        this.file = file;
        this.surroundings = surroundings;
        this.known = known;
        this.scope = new VariablesInScope(file, surroundings);
        this.silenced = Silenced.by(file.annotations());
    }

    /**
     * Returns the sites of a method's writes.
     *
     * @param held the types of parameters that are checked at entry, by their local variable
     * @return by the number of the write among the method's writes to fields, in the order of its code
     */
    Map<Integer, SiteSpec> in(MethodInfo method, Map<Integer, JavaType> held) {
        Map<Integer, SiteSpec> sites = new HashMap<>();
        if (silenced.within(Silenced.by(method.annotations())).covers(rule.rule())) {
            return sites;
        }
        Map<Integer, JavaType> unchanged = null;
        int writes = 0;
        // before super() there is nothing whose field could be checked
        int constructing = method.isConstructor() ? 1 : 0;
        int loaded = -1;
        boolean isOneOfSeveral = false;
        int before = 0;
        for (CodeScan code = method.scan(); code.advance(); ) {
            int opcode = code.opcode();
            if (opcode == NEW && constructing > 0) {
                constructing++;
            } else if (opcode == INVOKESPECIAL && constructing > 0) {
                constructing -= method.member(code).name().equals("<init>") ? 1 : 0;
            } else if (opcode == PUTFIELD || opcode == PUTSTATIC) {
                if (constructing == 0) {
                    MemberRef field = method.member(code);
                    Declared type = declared(field);
                    unchanged = unchanged == null && type != null ? unchanged(method, held) : unchanged;
                    if (type != null && (isOneOfSeveral || !isHeldAlready(type, loaded, unchanged))) {
                        sites.put(writes, site(method, field, type, opcode == PUTFIELD));
                    }
                }
                writes++;
            }
            loaded = code.variable(ALOAD, ALOAD_0);
            // "this.names = first ? these : others" comes to the write with either
            isOneOfSeveral = before == GOTO || before == POP;
            before = opcode;
        }
        return sites;
    }

    /** Tells whether the value is a parameter that was held to the very same type at entry. */
    private static boolean isHeldAlready(Declared field, int loaded, Map<Integer, JavaType> unchanged) {
        JavaType type = unchanged.get(loaded);
        return type != null && type.toString().equals(field.type().toString());
    }

    private static Map<Integer, JavaType> unchanged(MethodInfo method, Map<Integer, JavaType> held) {
        Map<Integer, JavaType> unchanged = new HashMap<>(held);
        for (CodeScan code = method.scan(); code.advance(); ) {
            unchanged.remove(code.variable(ASTORE, ASTORE_0));
        }
        return unchanged;
    }

    /** Returns what is declared of a field that needs a check; null where it does not. */
    private Declared declared(MemberRef field) {
        String key = field.owner() + '.' + field.name();
        if (!declared.containsKey(key)) {
            declared.put(key, field.descriptor().indexOf(';') < 0 ? null : find(field));
        }
        return declared.get(key);
    }

    /** Looks for the field from the named class upwards (JVMS 5.4.3.2, interfaces left out: their fields are final). */
    private Declared find(MemberRef field) {
        ClassFile owner = field.owner().equals(file.name()) ? file : surroundings.find(field.owner());
        for (int step = 0; owner != null && step < MOST_STEPS; step++) {
            for (FieldInfo each : owner.fields()) {
                if (each.name().equals(field.name()) && each.descriptor().equals(field.descriptor())) {
                    return isNeeded(owner, each) ? new Declared(each.signature(), owner == file) : null;
                }
            }
            owner = owner.superName().isEmpty() ? null : surroundings.find(owner.superName());
        }
        return null;
    }

    private boolean isNeeded(ClassFile owner, FieldInfo field) {
        return rule.holds(field) && rule.need(value(owner, field)) != Need.NOTHING;
    }

    private HeldValue value(ClassFile owner, FieldInfo field) {
        JavaType type = JavaType.parse(field.signature());
        return new HeldValue(type, variables(owner, type), hasReceiver(owner, field), known, HeldValue.ANY_LENGTH);
    }

    /** Tells whether a subclass may say more of the field's type. */
    private boolean hasReceiver(ClassFile owner, FieldInfo field) {
        return owner == file && !owner.isFinal() && !field.is(ClassFile.STATIC);
    }

    private SiteSpec site(MethodInfo method, MemberRef field, Declared declared, boolean hasReceiver) {
        return new SiteSpec(
                SiteSpec.Position.FIELD,
                method.name(),
                method.descriptor(),
                method.descriptor(),
                declared.isOwn ? scope.of(declared.type()) : "",
                "",
                Collections.<Integer>emptyList(),
                hasReceiver
                        && declared.isOwn
                        && variables(file, declared.type()).dependsOnReceiver(declared.type()),
                new WrittenField(field.owner(), field.name(), declared.signature).subject());
    }

    private TypeVariables variables(ClassFile owner, JavaType type) {
        return TypeVariables.of(MethodSignature.parse("()V"), owner == file ? scope.of(type) : owner.signature());
    }

    /** A field's signature, and whether it speaks of the writing class's own type variables. */
    private static final class Declared {
        final String signature;
        final boolean isOwn;

        Declared(String signature, boolean isOwn) {
            this.signature = signature;
            this.isOwn = isOwn;
        }

        JavaType type() {
            return JavaType.parse(signature);
        }
    }
}
