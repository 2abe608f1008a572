package dev.aide.agent.weave;

import dev.aide.agent.classfile.Alignment;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.nulls.NullReader;
import dev.aide.agent.rule.Facets;
import dev.aide.agent.rule.HeldValue;
import dev.aide.agent.rule.Silenced;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.SiteSpec.Position;
import dev.aide.agent.rule.ValueRule;
import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import dev.aide.agent.type.Mismatch;
import dev.aide.agent.type.Need;
import dev.aide.agent.type.TypeVariables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plans the sites that are given arguments and results, by asking the rules about values in turn. */
final class ValueSites {
    /** A method handle takes 255 arguments at most, itself included. */
    private static final int MOST_VALUES = 200;

    private final ClassFile file;
    private final Need.KnownClasses known;
    private final NullReader.OfClass nulls;
    private final VariablesInScope scope;
    private final int mostVarargs;
    private final List<ValueRule> ofArguments;
    private final List<ValueRule> ofResults;
    private final Silenced silencedInClass;

    /**
     * Prepares for the methods of a class.
     *
     * @param nulls what excludes null there; null where no rule asks
     */
    ValueSites(
            RulesOn on,
            ClassFile file,
            Need.KnownClasses known,
            NullReader.OfClass nulls,
            VariablesInScope scope,
            int mostVarargs) {
        this.file = file;
        this.known = known;
        this.nulls = nulls;
        this.scope = scope;
        this.mostVarargs = mostVarargs;
        this.ofArguments = on.at(Position.ARGUMENT);
        this.ofResults = on.at(Position.RESULT);
        this.silencedInClass = Silenced.by(file.annotations());
    }

    /** Adds a method's sites to its plan, and returns what they hold. */
    Held of(MethodInfo method, Alignment alignment, MethodPlan.Builder plan) {
        if (method.signature() == null && hasPrimitivesOnly(method.descriptor())) {
            return Held.NOTHING;
        }
        Silenced silenced = Silenced.by(method.annotations()).within(silencedInClass);
        MethodSignature signature = nulls == null ? alignment.signature() : nulls.mark(method, alignment);
        String ownerSignature = scope.of(signature);
        TypeVariables variables = TypeVariables.of(signature, ownerSignature);
        // before super() there is no receiver yet, and a private method is called for this very class
        boolean hasReceiver =
                !method.is(ClassFile.STATIC | ClassFile.PRIVATE) && !method.isConstructor() && !file.isFinal();
        String text = signature == alignment.signature() ? alignment.signatureText() : signature.text();
        Arguments arguments = new Arguments(method, alignment, signature, variables, hasReceiver, silenced);
        if (!arguments.checked.isEmpty()) {
            plan.arguments(
                    spec(
                            Position.ARGUMENT,
                            method,
                            alignment,
                            text,
                            ownerSignature,
                            arguments.checked,
                            arguments.takesReceiver,
                            arguments.facets.toString()),
                    alignment.slots(arguments.checked));
        }
        Asked ofResult = new Asked(
                ofResults,
                new HeldValue(signature.result(), variables, hasReceiver, known, HeldValue.ANY_LENGTH),
                silenced);
        if (!ofResult.facets.isNone()) {
            plan.result(spec(
                    Position.RESULT,
                    method,
                    alignment,
                    text,
                    ownerSignature,
                    arguments.checked,
                    ofResult.takesReceiver,
                    ofResult.facets.toString()));
        }
        return new Held(arguments.types());
    }

    private static boolean hasPrimitivesOnly(String descriptor) {
        return descriptor.indexOf(';') < 0 && descriptor.indexOf('[') < 0;
    }

    private SiteSpec spec(
            Position position,
            MethodInfo method,
            Alignment alignment,
            String signature,
            String ownerSignature,
            List<Integer> checked,
            boolean takesReceiver,
            String facets) {
        return new SiteSpec(
                position,
                method.name(),
                method.descriptor(),
                signature,
                ownerSignature,
                SiteSpec.names(alignment.names(), method.is(ClassFile.VARARGS)),
                checked,
                takesReceiver,
                facets);
    }

    /** What the rules of a position ask of one value; immutable. */
    private static final class Asked {
        final Facets facets;
        final boolean takesReceiver;

        Asked(List<ValueRule> rules, HeldValue value, Silenced silenced) {
            Facets all = Facets.NONE;
            boolean asksReceiver = false;
            for (ValueRule rule : rules) {
                Need need = silenced.covers(rule.rule()) ? Need.NOTHING : rule.need(value);
                all = need == Need.NOTHING ? all : all.with(rule.kind());
                asksReceiver |= need == Need.RECEIVER;
            }
            this.facets = all;
            this.takesReceiver = asksReceiver;
        }
    }

    /** Chooses the parameters that are checked at entry. */
    private final class Arguments {
        private final Alignment alignment;
        final List<Integer> checked = new ArrayList<>();
        final StringBuilder facets = new StringBuilder();
        boolean takesReceiver;

        Arguments(
                MethodInfo method,
                Alignment alignment,
                MethodSignature signature,
                TypeVariables variables,
                boolean hasReceiver,
                Silenced silencedInMethod) {
            this.alignment = alignment;
            List<JavaType> types = signature.parameters();
            int varargs = method.is(ClassFile.VARARGS) ? types.size() - 1 : -1;
            for (int i = 0; i < types.size() && checked.size() < MOST_VALUES; i++) {
                Silenced silenced = Silenced.by(alignment.annotations(i)).within(silencedInMethod);
                HeldValue value = new HeldValue(
                        types.get(i), variables, hasReceiver, known, i == varargs ? mostVarargs : HeldValue.ANY_LENGTH);
                Asked asked = new Asked(ofArguments, value, silenced);
                if (!asked.facets.isNone()) {
                    checked.add(i);
                    facets.append(asked.facets);
                    takesReceiver |= asked.takesReceiver;
                }
            }
        }

        Map<Integer, JavaType> types() {
            Map<Integer, JavaType> types = new HashMap<>();
            int[] slots = alignment.slots(checked);
            for (int i = 0; i < slots.length; i++) {
                if (Facets.at(facets, i).has(Mismatch.Kind.TYPE)) {
                    types.put(slots[i], alignment.signature().parameters().get(checked.get(i)));
                }
            }
            return types;
        }
    }

    /** What is held to a type at entry; immutable. */
    static final class Held {
        static final Held NOTHING = new Held(Collections.<Integer, JavaType>emptyMap());

        private final Map<Integer, JavaType> types;

        Held(Map<Integer, JavaType> types) {
            this.types = types;
        }

        /** Returns the declared types by local variable. */
        Map<Integer, JavaType> types() {
            return types;
        }
    }
}
