package dev.aide.agent.type;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;

/** Writes reflection's types in the grammar of JVMS 4.7.9.1, nested classes by their binary name. */
final class Signatures {
    private Signatures() {}

    static String of(Type type) {
        if (type instanceof Class<?> raw) {
            return raw.descriptorString();
        }
        if (type instanceof GenericArrayType array) {
            return '[' + of(array.getGenericComponentType());
        }
        if (type instanceof TypeVariable<?> variable) {
            return 'T' + variable.getName() + ';';
        }
        ParameterizedType parameterized = (ParameterizedType) type;
        String raw = ((Class<?>) parameterized.getRawType()).descriptorString();
        StringBuilder text = new StringBuilder(raw.substring(0, raw.length() - 1)).append('<');
        for (Type argument : parameterized.getActualTypeArguments()) {
            text.append(argument instanceof WildcardType wildcard ? ofWildcard(wildcard) : of(argument));
        }
        return text.append(">;").toString();
    }

    private static String ofWildcard(WildcardType wildcard) {
        if (wildcard.getLowerBounds().length > 0) {
            return '-' + of(wildcard.getLowerBounds()[0]);
        }
        Type upper = wildcard.getUpperBounds()[0];
        return upper == Object.class ? "*" : '+' + of(upper);
    }
}
