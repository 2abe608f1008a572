package dev.aide.agent.type;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** A type as a test declares it: {@code new Declared<List<String>>() {}}. */
abstract class Declared<T> {

    /** Returns the type as a Signature attribute would have it. */
    String signature() {
        Type superclass = getClass().getGenericSuperclass();
        return Signatures.of(((ParameterizedType) superclass).getActualTypeArguments()[0]);
    }
}
