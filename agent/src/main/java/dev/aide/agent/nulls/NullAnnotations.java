package dev.aide.agent.nulls;

import dev.aide.agent.classfile.Annotation;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Surroundings;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What annotations say of null: those that are known by name, and JSR-305's nicknames, which say it of themselves. */
final class NullAnnotations {
    private static final String NICKNAME = "javax/annotation/meta/TypeQualifierNickname";
    private static final String JSR_305 = "javax/annotation/Nonnull";

    private static final Set<String> NON_NULL = set("org/jspecify/annotations/NonNull org/jetbrains/annotations/NotNull"
            + " jakarta/annotation/Nonnull org/checkerframework/checker/nullness/qual/NonNull"
            + " org/checkerframework/checker/nullness/compatqual/NonNullDecl"
            + " org/checkerframework/checker/nullness/compatqual/NonNullType edu/umd/cs/findbugs/annotations/NonNull"
            + " org/eclipse/jdt/annotation/NonNull androidx/annotation/NonNull android/support/annotation/NonNull"
            + " android/annotation/NonNull lombok/NonNull org/springframework/lang/NonNull"
            + " reactor/util/annotation/NonNull io/reactivex/annotations/NonNull"
            + " io/reactivex/rxjava3/annotations/NonNull io/micrometer/core/lang/NonNull"
            + " io/micrometer/common/lang/NonNull org/netbeans/api/annotations/common/NonNull com/sun/istack/NotNull");

    private static final Set<String> NULLABLE = set("org/jspecify/annotations/Nullable"
            + " org/jetbrains/annotations/Nullable org/jetbrains/annotations/UnknownNullability"
            + " javax/annotation/Nullable javax/annotation/CheckForNull jakarta/annotation/Nullable"
            + " org/checkerframework/checker/nullness/qual/Nullable org/checkerframework/checker/nullness/qual/PolyNull"
            + " org/checkerframework/checker/nullness/qual/MonotonicNonNull"
            + " org/checkerframework/checker/nullness/compatqual/NullableDecl"
            + " org/checkerframework/checker/nullness/compatqual/NullableType edu/umd/cs/findbugs/annotations/Nullable"
            + " edu/umd/cs/findbugs/annotations/CheckForNull edu/umd/cs/findbugs/annotations/PossiblyNull"
            + " edu/umd/cs/findbugs/annotations/UnknownNullness org/eclipse/jdt/annotation/Nullable"
            + " androidx/annotation/Nullable android/support/annotation/Nullable android/annotation/Nullable"
            + " org/springframework/lang/Nullable reactor/util/annotation/Nullable io/reactivex/annotations/Nullable"
            + " io/reactivex/rxjava3/annotations/Nullable io/micrometer/core/lang/Nullable"
            + " io/micrometer/common/lang/Nullable org/netbeans/api/annotations/common/NullAllowed"
            + " org/netbeans/api/annotations/common/CheckForNull com/sun/istack/Nullable");

    private final Surroundings surroundings;

    NullAnnotations(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Returns what some annotations of one place say together; the first that speaks of null decides. */
    Nullness of(List<Annotation> annotations) {
        for (Annotation annotation : annotations) {
            Nullness said = of(annotation);
            if (said != Nullness.UNSPECIFIED) {
                return said;
            }
        }
        return Nullness.UNSPECIFIED;
    }

    Nullness of(Annotation annotation) {
        String type = annotation.type();
        if (type.equals(JSR_305)) {
            return ofJsr305(annotation);
        }
        if (NON_NULL.contains(type)) {
            return Nullness.NON_NULL;
        }
        return NULLABLE.contains(type) ? Nullness.NULLABLE : ofNickname(type);
    }

    /** Reads {@code @Nonnull(when = …)}: ALWAYS, the default, excludes null; all else lets it in. */
    private static Nullness ofJsr305(Annotation annotation) {
        List<String> when = annotation.texts("when");
        return when.isEmpty() || when.contains("ALWAYS") ? Nullness.NON_NULL : Nullness.NULLABLE;
    }

    /** Looks at the annotation's own class file: a nickname is annotated by what it stands for. */
    private Nullness ofNickname(String type) {
        if (type.startsWith("java/lang/")) {
            return Nullness.UNSPECIFIED;
        }
        ClassFile file = surroundings.find(type);
        List<Annotation> own = file == null ? Collections.<Annotation>emptyList() : file.annotations();
        Nullness said = Nullness.UNSPECIFIED;
        boolean isNickname = false;
        for (Annotation annotation : own) {
            isNickname |= annotation.type().equals(NICKNAME);
            if (annotation.type().equals(JSR_305)) {
                said = ofJsr305(annotation);
            } else if (annotation.type().equals("javax/annotation/CheckForNull")
                    || annotation.type().equals("javax/annotation/Nullable")) {
                said = Nullness.NULLABLE;
            }
        }
        return isNickname ? said : Nullness.UNSPECIFIED;
    }

    private static Set<String> set(String names) {
        return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(names.split(" "))));
    }
}
