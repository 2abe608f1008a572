package dev.aide.agent.weave;

import dev.aide.agent.classfile.Alignment;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.config.Settings;
import dev.aide.agent.nulls.NullReader;
import dev.aide.agent.rule.Facets;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.Silenced;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.SiteSpec.Position;
import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import dev.aide.agent.type.Need;
import dev.aide.agent.type.TypeVariables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plans the sites that are given arguments and results: those of types, nulls and the length of variable arguments. */
final class ValueSites {
    /** A method handle takes 255 arguments at most, itself included. */
    private static final int MOST_VALUES = 200;

    private final RulesOn on;
    private final ClassFile file;
    private final Need.KnownClasses known;
    private final NullReader.OfClass nulls;
    private final boolean limitsVarargs;
    private final Silenced silencedInClass;

    ValueSites(RulesOn on, ClassFile file, Need.KnownClasses known, NullReader.OfClass nulls, Settings settings) {
        this.on = on;
        this.file = file;
        this.known = known;
        this.nulls = nulls;
        this.limitsVarargs = on.isOn(Rule.ARITY_VARARGS) && settings.mostVarargs() < Integer.MAX_VALUE;
        this.silencedInClass = Silenced.by(file.annotations());
    }

    /** Adds a method's sites to its plan, and returns what they hold. */
    Held of(MethodInfo method, Alignment alignment, MethodPlan.Builder plan) {
        boolean hasLimit = limitsVarargs && method.is(ClassFile.VARARGS);
        if (method.signature() == null && method.descriptor().indexOf(';') < 0 && !hasLimit) {
            return Held.NOTHING;
        }
        Silenced silenced = Silenced.by(method.annotations()).within(silencedInClass);
        boolean marks = isOn(Rule.NULLS_ARGUMENT, silenced) || isOn(Rule.NULLS_RETURN, silenced);
        MethodSignature signature = marks ? nulls.mark(method, alignment) : alignment.signature();
        TypeVariables variables = TypeVariables.of(signature, file.signature());
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
                            arguments.checked,
                            arguments.takesReceiver,
                            arguments.facets.toString()),
                    alignment.slots(arguments.checked));
        }
        JavaType result = signature.result();
        Need need = isOn(Rule.TYPES_RETURN, silenced) ? Need.of(result, variables, hasReceiver, known) : Need.NOTHING;
        Facets facets =
                Facets.of(need != Need.NOTHING, isOn(Rule.NULLS_RETURN, silenced) && result.excludesNull(), false);
        if (!facets.isNone()) {
            plan.result(spec(
                    Position.RESULT,
                    method,
                    alignment,
                    text,
                    arguments.checked,
                    need == Need.RECEIVER,
                    facets.toString()));
        }
        return new Held(arguments.types());
    }

    private boolean isOn(Rule rule, Silenced silenced) {
        return on.isOn(rule) && !silenced.covers(rule);
    }

    private SiteSpec spec(
            Position position,
            MethodInfo method,
            Alignment alignment,
            String signature,
            List<Integer> checked,
            boolean takesReceiver,
            String facets) {
        return new SiteSpec(
                position,
                method.name(),
                method.descriptor(),
                signature,
                file.signature(),
                SiteSpec.names(alignment.names(), method.is(ClassFile.VARARGS)),
                checked,
                takesReceiver,
                facets);
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
                Need need = isOn(Rule.TYPES_ARGUMENT, silenced)
                        ? Need.of(types.get(i), variables, hasReceiver, known)
                        : Need.NOTHING;
                Facets ofValue = Facets.of(
                        need != Need.NOTHING,
                        isOn(Rule.NULLS_ARGUMENT, silenced) && types.get(i).excludesNull(),
                        i == varargs && limitsVarargs && isOn(Rule.ARITY_VARARGS, silenced));
                if (!ofValue.isNone()) {
                    checked.add(i);
                    facets.append(ofValue);
                    takesReceiver |= need == Need.RECEIVER;
                }
            }
        }

        Map<Integer, JavaType> types() {
            Map<Integer, JavaType> types = new HashMap<>();
            int[] slots = alignment.slots(checked);
            for (int i = 0; i < slots.length; i++) {
                if (Facets.at(facets, i).ofTypes()) {
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
