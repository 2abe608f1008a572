package dev.aide.agent.weave;

import dev.aide.agent.config.Level;
import dev.aide.agent.config.Levels;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.SiteSpec.Position;
import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import dev.aide.agent.type.Need;
import dev.aide.agent.type.TypeVariables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides from a class file's headers which methods get which sites. */
final class Planner {
    /** A method handle takes 255 arguments at most, itself included. */
    private static final int MOST_VALUES = 200;

    private final Levels levels;

    Planner(Levels levels) {
        this.levels = levels;
    }

    /**
     * Plans a class.
     *
     * @return the plans by name and descriptor; empty where there is nothing to check
     */
    Map<String, MethodPlan> plan(ClassFile file) {
        boolean arguments = isOn(Rule.TYPES_ARGUMENT, file);
        boolean results = isOn(Rule.TYPES_RETURN, file);
        Map<String, MethodPlan> plans = new HashMap<>();
        if (!arguments && !results) {
            return plans;
        }
        KnownNames known = new KnownNames(file);
        for (ClassFile.Method method : file.methods()) {
            if (isHeld(method)) {
                MethodPlan plan = plan(file, method, known, arguments, results);
                if (plan != null) {
                    plans.put(method.name() + method.descriptor(), plan);
                }
            }
        }
        return plans;
    }

    private boolean isOn(Rule rule, ClassFile file) {
        return levels.of(rule.id(), file.name()) != Level.OFF;
    }

    private static boolean isHeld(ClassFile.Method method) {
        if (!method.hasCode() || method.name().equals("<clinit>") || method.is(ClassFile.BRIDGE)) {
            return false;
        }
        boolean hasReferences =
                method.signature() != null || method.descriptor().indexOf(';') >= 0;
        return hasReferences && (!method.is(ClassFile.SYNTHETIC) || method.isLambdaBody());
    }

    private static MethodPlan plan(
            ClassFile file, ClassFile.Method method, KnownNames known, boolean arguments, boolean results) {
        MethodSignature descriptor = MethodSignature.parse(method.descriptor());
        Alignment alignment = Alignment.of(file, method, descriptor);
        if (alignment == null) {
            return null;
        }
        TypeVariables variables = TypeVariables.of(alignment.signature(), file.signature());
        // before super() there is no receiver yet, and a private method is called for this very class
        boolean hasReceiver = !method.is(ClassFile.STATIC)
                && !method.is(ClassFile.PRIVATE)
                && !method.isConstructor()
                && !file.isFinal();
        List<Integer> checked = new ArrayList<>();
        boolean entryReceiver = false;
        if (arguments) {
            List<JavaType> types = alignment.signature().parameters();
            for (int i = 0; i < types.size() && checked.size() < MOST_VALUES; i++) {
                Need need = Need.of(types.get(i), variables, hasReceiver, known);
                if (need != Need.NOTHING) {
                    checked.add(i);
                    entryReceiver |= need == Need.RECEIVER;
                }
            }
        }
        Need result = results ? Need.of(alignment.signature().result(), variables, hasReceiver, known) : Need.NOTHING;
        if (checked.isEmpty() && result == Need.NOTHING) {
            return null;
        }
        SiteWords words = new SiteWords(file, method, alignment);
        SiteSpec entry = checked.isEmpty() ? null : words.spec(Position.ARGUMENT, checked, entryReceiver);
        SiteSpec exit = result == Need.NOTHING ? null : words.spec(Position.RESULT, checked, result == Need.RECEIVER);
        return new MethodPlan(entry, alignment.slots(checked), exit);
    }

    /** Puts a method into the words of a {@link SiteSpec}. */
    private static final class SiteWords {
        private final ClassFile file;
        private final ClassFile.Method method;
        private final Alignment alignment;

        SiteWords(ClassFile file, ClassFile.Method method, Alignment alignment) {
            this.file = file;
            this.method = method;
            this.alignment = alignment;
        }

        SiteSpec spec(Position position, List<Integer> checked, boolean takesReceiver) {
            return new SiteSpec(
                    position,
                    method.name(),
                    method.descriptor(),
                    alignment.signatureText(),
                    file.signature(),
                    alignment.names(),
                    checked,
                    takesReceiver);
        }
    }
}
