package dev.aide.agent.link;

import dev.aide.agent.baseline.Executions;
import dev.aide.agent.config.Levels;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.rule.Facets;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.WrittenField;
import dev.aide.agent.type.CheckCompiler;
import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import dev.aide.agent.type.Mismatch;
import dev.aide.agent.type.Resolving;
import dev.aide.agent.type.TypeVariables;
import java.lang.invoke.MethodHandle;
import java.util.Collections;
import java.util.List;

/** The checks of one site: compiled on its first call, with its first values at hand. */
final class SiteChecks {
    private static final MethodHandle[] NOTHING = {};

    private final SiteSpec spec;
    private final Class<?> owner;
    private final CheckCompiler compiler;
    private final Resolving resolving;
    private final Reporter reporter;
    private final FacetsOn facets;
    private final Executions executions;

    SiteChecks(
            SiteSpec spec,
            Class<?> owner,
            FacetsOn facets,
            CheckCompiler compiler,
            Resolving resolving,
            Reporter reporter) {
        this.spec = spec;
        this.owner = owner;
        this.facets = facets;
        this.compiler = compiler;
        this.resolving = resolving;
        this.reporter = reporter;
        this.executions = reporter.executions(owner, spec);
    }

    /** Returns what counts the executions for the baseline, or null where that has no need to know. */
    Executions executions() {
        return executions;
    }

    boolean countsCalls() {
        return spec.countsCalls();
    }

    boolean takesReceiver() {
        return spec.takesReceiver();
    }

    /** Returns the levels that hold now. */
    Levels levels() {
        return facets.levels();
    }

    /** Tells whether there may be more or less to check under other levels. */
    boolean differ(Levels levels, Levels others) {
        return facets.differ(levels, others);
    }

    /** Tells whether nothing at all is to be checked. */
    static boolean areOff(MethodHandle[] checks) {
        return checks.length == 0;
    }

    /**
     * Compiles the check of each value; one that depends on the receiver takes it as a second argument.
     *
     * @param levels what is on
     * @param values the site's first values, the receiver last where it is given
     * @return a handle for each value but the receiver; empty where all is off; null while this thread is resolving types
     *     already
     */
    MethodHandle[] compile(Object[] values, Levels levels) {
        if (!resolving.begin()) {
            return null;
        }
        try {
            MethodSignature signature = spec.parsedSignature();
            TypeVariables variables = spec.variables(signature);
            List<JavaType> types = spec.position() == SiteSpec.Position.FIELD
                    ? Collections.singletonList(WrittenField.of(spec).type())
                    : spec.checkedTypes(signature);
            MethodHandle[] checks = new MethodHandle[types.size()];
            boolean isOff = true;
            for (int i = 0; i < checks.length; i++) {
                Facets on = facets.of(i, levels);
                MethodHandle check = compile(types.get(i), variables, on, values[i]);
                checks[i] = check == null ? CheckCompiler.nothing() : check;
                isOff &= on.isNone();
            }
            return isOff ? NOTHING : checks;
        } finally {
            resolving.end();
        }
    }

    /** Checks values by handles that {@link #compile} gave. */
    void examine(MethodHandle[] checks, Object[] values) throws Throwable {
        if (executions != null) {
            executions.count();
        }
        Mismatch[] mismatches = new Mismatch[checks.length];
        boolean fits = true;
        for (int i = 0; i < checks.length; i++) {
            mismatches[i] = checks[i].type().parameterCount() == 1
                    ? (Mismatch) checks[i].invokeExact(values[i])
                    : (Mismatch) checks[i].invokeExact(values[i], values[values.length - 1]);
            fits &= mismatches[i] == null;
        }
        if (!fits) {
            report(mismatches);
        }
    }

    /**
     * Reports what does not fit.
     *
     * @param mismatches one for each value, null where it fits
     * @throws RuntimeException the violation, where the rule is enforced
     */
    void report(Mismatch... mismatches) {
        RuntimeException violation = reporter.report(owner, spec, mismatches);
        if (violation != null) {
            throw violation;
        }
    }

    /** Compiles what is on of the check of one value; null where that is nothing. */
    private MethodHandle compile(JavaType declared, TypeVariables variables, Facets on, Object value) {
        JavaType type = on.has(Mismatch.Kind.NULL) ? declared : declared.withoutNonNull();
        MethodHandle check = null;
        if (on.has(Mismatch.Kind.TYPE)) {
            // a length is asked of the value alone
            check = spec.takesReceiver() && !on.has(Mismatch.Kind.LENGTH) && variables.dependsOnReceiver(type)
                    ? ReceiverCheck.handle(compiler, owner, type, variables)
                    : compiler.compile(type, variables, value);
        } else if (on.has(Mismatch.Kind.NULL)) {
            check = compiler.compileNulls(type, variables, value);
        }
        return on.has(Mismatch.Kind.LENGTH) ? CheckCompiler.atMost(facets.mostVarargs(), declared, check) : check;
    }
}
