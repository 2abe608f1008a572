package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;

/** The ways in which a generic class holds what its type arguments speak of. */
enum Contents {
    ELEMENTS(Iterable.class) {
        @Override
        ContentCheck check(CheckContext context, Class<?> raw, JavaType declared, FixedArguments fixed) {
            return new ElementsCheck(context, raw, declared, fixed);
        }
    },
    ENTRIES(Map.class) {
        @Override
        ContentCheck check(CheckContext context, Class<?> raw, JavaType declared, FixedArguments fixed) {
            return new EntriesCheck(context, raw, declared, fixed);
        }

        @Override
        MethodHandle content(MethodHandle[] checks) {
            return PairCheck.of(checks[0], checks[1]);
        }
    },
    PAIR(Map.Entry.class) {
        @Override
        ContentCheck check(CheckContext context, Class<?> raw, JavaType declared, FixedArguments fixed) {
            return new PairCheck(context, raw, declared, fixed);
        }

        @Override
        MethodHandle content(MethodHandle[] checks) {
            return PairCheck.of(checks[0], checks[1]);
        }
    },
    HELD(
            Optional.class,
            AtomicReference.class,
            AtomicReferenceArray.class,
            AtomicMarkableReference.class,
            AtomicStampedReference.class,
            Future.class,
            CompletionStage.class) {
        @Override
        ContentCheck check(CheckContext context, Class<?> raw, JavaType declared, FixedArguments fixed) {
            return new HolderCheck(context, raw, declared, fixed);
        }

        /** A holder may be empty, or hold nothing yet. */
        @Override
        JavaType held(JavaType declared) {
            return declared.withNonNull(false);
        }
    },
    /** Nothing that could be looked at: a function, a comparator, a stream. */
    NONE(Object.class) {
        @Override
        ContentCheck check(CheckContext context, Class<?> raw, JavaType declared, FixedArguments fixed) {
            return new OpaqueCheck(context, raw, declared, fixed);
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, which the checker cannot see
    private final List<Class<?>> roots;

    Contents(Class<?>... roots) {
        this.roots = Collections.unmodifiableList(Arrays.asList(roots));
    }

    abstract ContentCheck check(CheckContext context, Class<?> raw, JavaType declared, FixedArguments fixed);

    /** Joins the checks of what is contained into the one that the content check takes; null where there are none. */
    MethodHandle content(MethodHandle[] checks) {
        return checks[0];
    }

    /** Returns what the type argument asks of what is held. */
    JavaType held(JavaType declared) {
        return declared;
    }

    static Contents of(Class<?> type) {
        for (Contents contents : values()) {
            if (contents.root(type) != null) {
                return contents;
            }
        }
        return NONE;
    }

    /**
     * Returns what each type parameter of the root (the element; the key, then the value) is in the variables of a class.
     *
     * @return one or two arguments, or none where the class has the root raw
     */
    TypeArgument[] parametersOf(Class<?> type) {
        Class<?> root = root(type);
        Map<String, TypeArgument> arguments = ReflectedTypes.inOwnVariables(type, root);
        if (arguments == null) {
            return new TypeArgument[0];
        }
        TypeArgument[] parameters = new TypeArgument[root.getTypeParameters().length];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = arguments.get(root.getTypeParameters()[i].getName());
        }
        return parameters;
    }

    private Class<?> root(Class<?> type) {
        for (Class<?> root : roots) {
            if (root.isAssignableFrom(type)) {
                return root;
            }
        }
        return null;
    }
}
