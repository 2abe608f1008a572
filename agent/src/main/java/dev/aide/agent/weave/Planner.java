package dev.aide.agent.weave;

import dev.aide.agent.baseline.Baseline;
import dev.aide.agent.classfile.Alignment;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.config.Settings;
import dev.aide.agent.nulls.NullReader;
import dev.aide.agent.rule.Judge;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.SiteSpec.Position;
import dev.aide.agent.rule.StaticFinding;
import dev.aide.agent.rule.ThrowsUndeclared;
import dev.aide.agent.type.MethodSignature;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides from a class file which methods get which sites. */
final class Planner {
    private final Settings settings;
    private final NullReader nulls;
    private final Judge judge;
    /** Null where none is set. */
    private final Baseline baseline;

    Planner(Settings settings, Judge judge, Baseline baseline) {
        this.settings = settings;
        this.baseline = baseline;
        this.nulls = new NullReader(settings.unannotatedExcludesNull());
        this.judge = judge;
    }

    /**
     * Plans a class.
     *
     * @return the plans by name and descriptor; empty where there is nothing to check
     */
    Map<String, MethodPlan> plan(ClassFile file, Surroundings surroundings) {
        RulesOn on = new RulesOn(settings, file);
        Map<String, MethodPlan> plans = new HashMap<>();
        if (on.isNone()) {
            return plans;
        }
        KnownNames known = new KnownNames(file);
        ValueSites values = new ValueSites(
                on,
                file,
                known,
                nulls(on, file, surroundings),
                new VariablesInScope(file, surroundings),
                settings.mostVarargs());
        FieldWrites writes = new FieldWrites(file, surroundings, known);
        Verdicts verdicts = new Verdicts(on, file, surroundings, judge);
        for (MethodInfo method : file.methods()) {
            if (isHeld(method)) {
                MethodPlan.Builder plan = new MethodPlan.Builder();
                plan(file, method, on, values, writes, verdicts, plan);
                if (!plan.isEmpty()) {
                    plans.put(method.id(), plan.build());
                }
            }
        }
        return plans;
    }

    /** Returns what excludes null in a class; null where no rule asks, since it may read the package's declaration. */
    private NullReader.OfClass nulls(RulesOn on, ClassFile file, Surroundings surroundings) {
        boolean isAsked = on.isOn(Rule.NULLS_ARGUMENT) || on.isOn(Rule.NULLS_RETURN);
        return isAsked ? nulls.of(file, surroundings) : null;
    }

    private static boolean isHeld(MethodInfo method) {
        return method.hasCode()
                && !method.is(ClassFile.BRIDGE)
                && (!method.is(ClassFile.SYNTHETIC) || method.isLambdaBody());
    }

    private void plan(
            ClassFile file,
            MethodInfo method,
            RulesOn on,
            ValueSites values,
            FieldWrites writes,
            Verdicts verdicts,
            MethodPlan.Builder plan) {
        Alignment alignment = Alignment.of(file, method, MethodSignature.parse(method.descriptor()));
        if (settings.counts() || (on.isOn(Rule.THROWS_UNDECLARED) && isInBaseline(file, method))) {
            plan.counted(site(Position.COUNTED, method, alignment, ""));
        }
        boolean isInitializer = method.name().equals("<clinit>");
        ValueSites.Held held =
                alignment == null || isInitializer ? ValueSites.Held.NOTHING : values.of(method, alignment, plan);
        boolean isPlain = SuperCall.isPlain(method);
        if (isPlain && on.isOn(Rule.TYPES_FIELD)) {
            plan.writes(writes.in(method, on.trustArguments() ? held.types() : ValueSites.Held.NOTHING.types()));
        }
        if (isPlain && on.isOn(Rule.THROWS_UNDECLARED) && ThrowsUndeclared.holds(file, method)) {
            plan.thrown(site(Position.THROWN, method, alignment, ThrowsUndeclared.declared(method)));
        }
        Map<Integer, SiteSpec> calls = new HashMap<>();
        for (int call : verdicts.of(method)) {
            calls.put(call, site(Position.VERDICT, method, alignment, String.valueOf(call)));
        }
        plan.verdict(calls.remove(StaticFinding.WHOLE_METHOD));
        plan.calls(calls);
    }

    /** Tells whether the baseline has a line that takes the method's executions for proof. */
    private boolean isInBaseline(ClassFile file, MethodInfo method) {
        String className = file.name().replace('/', '.');
        return baseline != null
                && baseline.executions(Position.COUNTED.text(), className, method.name(), method.descriptor()) != null;
    }

    /** Describes a site that is given no argument, so that the descriptor will do where parameters are not aligned. */
    private static SiteSpec site(Position position, MethodInfo method, Alignment alignment, String subject) {
        List<String> names = alignment == null ? Collections.<String>emptyList() : alignment.names();
        return new SiteSpec(
                position,
                method.name(),
                method.descriptor(),
                alignment == null ? method.descriptor() : alignment.signatureText(),
                "",
                SiteSpec.names(names, method.is(ClassFile.VARARGS)),
                Collections.<Integer>emptyList(),
                false,
                subject);
    }
}
