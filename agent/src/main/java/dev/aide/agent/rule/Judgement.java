package dev.aide.agent.rule;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import java.util.Collections;
import java.util.List;

/** What the rules that need no call made of a class. For use by the thread that judged. */
public final class Judgement {
    private final ClassFile file;
    private final List<StaticFinding> findings;
    private final List<StaticRule> rules;
    private final Exemptions exemptions;

    /**
     * Takes what was found.
     *
     * @param rules those that are on for the class
     */
    Judgement(ClassFile file, List<StaticFinding> findings, List<StaticRule> rules, Exemptions exemptions) {
        this.file = file;
        this.findings = Collections.unmodifiableList(findings);
        this.rules = rules;
        this.exemptions = exemptions;
    }

    /** Returns the class. */
    public ClassFile file() {
        return file;
    }

    public List<StaticFinding> findings() {
        return findings;
    }

    /**
     * Tells whether a rule judged a method, and knew all that it had to: what it did not find there is not there.
     *
     * @param rule the rule's id
     */
    public boolean isSure(String rule, MethodInfo method) {
        for (StaticRule each : rules) {
            if (each.rule().id().equals(rule)) {
                MethodView view = MethodView.of(file, method);
                return view != null && each.canTell(view) && exemptions.areCertain();
            }
        }
        return false;
    }
}
