package dev.aide.agent.weave;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.rule.Judge;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.StaticFinding;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which calls fail since a rule that needs no call is enforced; asks for nothing where none is. */
final class Verdicts {
    private final RulesOn on;
    private final ClassFile file;
    private final Surroundings surroundings;
    private final Judge judge;
    private Map<String, Set<Integer>> condemned;

    Verdicts(RulesOn on, ClassFile file, Surroundings surroundings, Judge judge) {
        this.on = on;
        this.file = file;
        this.surroundings = surroundings;
        this.judge = judge;
    }

    /**
     * Returns the numbers of the calls in a method that fail, {@link StaticFinding#WHOLE_METHOD} among them where the
     * method itself does.
     */
    Set<Integer> of(MethodInfo method) {
        Set<Integer> calls = condemned().get(method.id());
        return calls == null ? Collections.<Integer>emptySet() : calls;
    }

    private Map<String, Set<Integer>> condemned() {
        if (condemned == null) {
            condemned = new HashMap<>();
            if (anyEnforced()) {
                for (StaticFinding finding : judge.enforced(file, surroundings)) {
                    add(finding);
                }
            }
        }
        return condemned;
    }

    private void add(StaticFinding finding) {
        Set<Integer> calls = condemned.get(finding.methodId());
        if (calls == null) {
            calls = new HashSet<>();
            condemned.put(finding.methodId(), calls);
        }
        calls.add(finding.call());
    }

    private boolean anyEnforced() {
        for (Rule rule : Rule.values()) {
            if (rule.needsNoCall() && on.isEnforced(rule)) {
                return true;
            }
        }
        return false;
    }
}
