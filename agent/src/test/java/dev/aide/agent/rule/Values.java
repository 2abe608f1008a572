package dev.aide.agent.rule;

import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import dev.aide.agent.type.TypeVariables;
import java.util.Set;

/** Values of a {@code class Box<T, R extends Runnable>}, in which Object, String and ArrayList are known to be classes. */
final class Values {
    private Values() {}

    /** Returns a value as an instance method has it, by its signature; {@code !} stands before what excludes null. */
    static HeldValue of(String signature) {
        return value(signature, true, HeldValue.ANY_LENGTH);
    }

    /** Returns a value as a static method has it. */
    static HeldValue ofStatic(String signature) {
        return value(signature, false, HeldValue.ANY_LENGTH);
    }

    /** Returns an array of variable arguments. */
    static HeldValue atMost(int elements, String signature) {
        return value(signature, true, elements);
    }

    private static HeldValue value(String signature, boolean hasReceiver, int mostElements) {
        TypeVariables variables = TypeVariables.of(
                MethodSignature.parse("()V"), "<T:Ljava/lang/Object;R::Ljava/lang/Runnable;>Ljava/lang/Object;");
        return new HeldValue(
                JavaType.parse(signature),
                variables,
                hasReceiver,
                Set.of("java.lang.Object", "java.lang.String", "java.util.ArrayList")::contains,
                mostElements);
    }
}
