package dev.aide.agent.nulls;

import dev.aide.agent.classfile.Alignment;
import dev.aide.agent.classfile.Annotation;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Overrides;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.classfile.TypeAnnotation;
import dev.aide.agent.type.MethodSignature;
import dev.aide.agent.type.NullMarking;
import java.util.List;

/**
 * Reads from class files where null is excluded: explicit annotations, then the defaults of the scopes around them.
 * Safe for use by any thread.
 */
public final class NullReader {
    private static final String CONTINUATION = "Lkotlin/coroutines/Continuation;)";
    private static final String RESUMED = "invokeSuspend(Ljava/lang/Object;)Ljava/lang/Object;";

    private final NullScopes scopes;

    /**
     * Reads.
     *
     * @param unannotatedExcludesNull whether null is excluded where nothing is said at all
     */
    public NullReader(boolean unannotatedExcludesNull) {
        this.scopes = new NullScopes(unannotatedExcludesNull ? NullDefaults.ALL : NullDefaults.NONE);
    }

    /** Returns what holds for the methods of a class. */
    public OfClass of(ClassFile file, Surroundings surroundings) {
        // a Kotlin compiler writes down what excludes null, and what it leaves out may be null
        boolean isKotlin = false;
        for (Annotation annotation : file.annotations()) {
            isKotlin |= annotation.type().equals("kotlin/Metadata");
        }
        return new OfClass(file, surroundings, isKotlin ? NullDefaults.NONE : scopes.of(file, surroundings));
    }

    /** Reads the methods of one class; for use by one thread. */
    public static final class OfClass {
        private final ClassFile file;
        private final Surroundings surroundings;
        private final NullDefaults defaults;
        private final NullAnnotations annotations;
        private final Overrides overrides;

        OfClass(ClassFile file, Surroundings surroundings, NullDefaults defaults) {
            this.file = file;
            this.surroundings = surroundings;
            this.defaults = defaults;
            this.annotations = new NullAnnotations(surroundings);
            this.overrides = new Overrides(file, surroundings);
        }

        /** Returns a method's signature with those parts marked that exclude null. */
        public MethodSignature mark(MethodInfo method, Alignment alignment) {
            if (isLeftAlone(method)) {
                return alignment.signature();
            }
            List<Annotation> own = method.annotations();
            List<TypeAnnotation> ofTypes = RecordHeader.annotations(file, method);
            NullDefaults inMethod = defaults.within(own, surroundings);
            SaidOfParts said = new SaidOfParts(annotations, alignment, own, ofTypes);
            VariableBounds bounds = new VariableBounds(annotations, file, method, defaults, inMethod);
            NullDefaults held = inMethod.areInherited() && overrides.include(method) ? NullDefaults.NONE : inMethod;
            return NullMarking.mark(alignment.signature(), new Decisions(method, alignment, said, held, bounds));
        }

        /**
         * Nothing is asked of what no source declares, nor of Kotlin's suspending functions, which are entered again
         * with nulls.
         */
        private boolean isLeftAlone(MethodInfo method) {
            boolean isValueOf = file.isEnum() && method.name().equals("valueOf");
            boolean isResumed = method.id().equals(RESUMED);
            // Kotlin names after a hyphen what takes a value class, whose only field may be null
            boolean isMangled = method.name().indexOf('-') >= 0;
            return isResumed
                    || isMangled
                    || method.is(ClassFile.SYNTHETIC | ClassFile.BRIDGE)
                    || isValueOf
                    || (method.isConstructor() && file.isAnonymous())
                    || method.descriptor().contains(CONTINUATION);
        }
    }
}
