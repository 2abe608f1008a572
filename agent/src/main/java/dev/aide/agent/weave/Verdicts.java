package dev.aide.agent.weave;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.rule.Judge;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.StaticFinding;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which calls fail since a rule that needs no call is enforced; asks for nothing where none is. */
final class Verdicts {
    private final RulesOn on;
    private final ClassFile file;
    private final Surroundings surroundings;
    private final Judge judge;
    private Set<String> condemned;

    Verdicts(RulesOn on, ClassFile file, Surroundings surroundings, Judge judge) {
        this.on = on;
        this.file = file;
        this.surroundings = surroundings;
        this.judge = judge;
    }

    boolean isEnforcedAtEntry(MethodInfo method) {
        return condemned().contains(method.id());
    }

    Map<Integer, SiteSpec> beforeCalls(MethodInfo method) {
        return Collections.emptyMap();
    }

    private Set<String> condemned() {
        if (condemned == null) {
            condemned = new HashSet<>();
            if (anyEnforced()) {
                for (StaticFinding finding : judge.judge(file, surroundings)) {
                    if (on.isEnforced(finding.rule())) {
                        condemned.add(finding.methodId());
                    }
                }
            }
        }
        return condemned;
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
