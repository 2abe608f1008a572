package dev.aide.agent.rule;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.FieldInfo;
import dev.aide.agent.type.Mismatch;
import dev.aide.agent.type.Need;

/** {@code types.field}: each value written to a field fits what the field's generic type says. */
public final class TypesField extends ValueRule {
    public TypesField() {
        super(Rule.TYPES_FIELD, SiteSpec.Position.FIELD, Mismatch.Kind.TYPE);
    }

    /** Tells whether it looks at a field: none without a generic type, nor one that no source declares. */
    public boolean holds(FieldInfo field) {
        return field.signature() != null
                && !field.is(ClassFile.SYNTHETIC)
                && !Silenced.by(field.annotations()).covers(rule());
    }

    @Override
    public Need need(HeldValue value) {
        return value.needOfType();
    }
}
