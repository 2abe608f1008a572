package dev.aide.agent.rule;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.config.DocsExemption;
import dev.aide.agent.config.Level;
import dev.aide.agent.config.Settings;
import dev.aide.agent.docs.Documentation;
import dev.aide.agent.docs.Warnings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Judges classes by the rules that need no call. Safe for use by any thread. */
public final class Judge {
    private final Settings settings;
    private final Problems problems;
    /** Both made when they are first needed, which is not before main. */
    private List<MethodRule> ofMethods;

    private Documentation documentation;

    /** Hears of what could not be read; safe for use by any thread. */
    public interface Problems {
        /** Takes a sentence that names the file. */
        void unreadable(String sentence);
    }

    public Judge(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** Judges a class by all rules that are not off for it. */
    public Judgement judge(ClassFile file, Surroundings surroundings) {
        List<MethodRule> rules = rules(file, surroundings);
        Exemptions exemptions = new Exemptions(file, surroundings, settings.docsExemptions());
        List<StaticFinding> findings = new ArrayList<>();
        if (!rules.isEmpty() && !file.is(ClassFile.SYNTHETIC)) {
            judge(file, rules, exemptions, findings);
        }
        List<StaticRule> all = new ArrayList<StaticRule>(rules);
        if (isOn(Rule.CONVENTION_SWAPPED, file)) {
            ConventionSwapped swapped = new ConventionSwapped(surroundings);
            findings.addAll(swapped.judge(file));
            all.add(swapped);
        }
        return new Judgement(file, findings, all, exemptions);
    }

    /** Tells whether any of the rules is on for a class. */
    public boolean hasRules(ClassFile file) {
        for (Rule rule : Rule.values()) {
            if (rule.needsNoCall() && isOn(rule, file)) {
                return !file.is(ClassFile.SYNTHETIC);
            }
        }
        return false;
    }

    /** Returns what is found in a class by rules that are enforced there. */
    public List<StaticFinding> enforced(ClassFile file, Surroundings surroundings) {
        List<StaticFinding> enforced = new ArrayList<>();
        for (StaticFinding finding : judge(file, surroundings).findings()) {
            if (settings.levels().of(finding.rule().id(), file.name()) == Level.ENFORCE) {
                enforced.add(finding);
            }
        }
        return enforced;
    }

    private static void judge(
            ClassFile file, List<MethodRule> rules, Exemptions exemptions, List<StaticFinding> findings) {
        Silenced silencedInClass = Silenced.by(file.annotations());
        for (MethodInfo method : file.methods()) {
            Silenced silenced = Silenced.by(method.annotations()).within(silencedInClass);
            MethodView view = method.is(ClassFile.SYNTHETIC) ? null : MethodView.of(file, method);
            for (MethodRule rule : rules) {
                StaticFinding finding = view == null || silenced.covers(rule.rule()) ? null : rule.judge(view);
                // most methods pass the rules, so that the dearer question of exemptions is seldom asked
                if (finding != null && !exemptions.cover(method, rule.rule())) {
                    findings.add(finding);
                }
            }
        }
    }

    private boolean isOn(Rule rule, ClassFile file) {
        return settings.levels().of(rule.id(), file.name()) != Level.OFF;
    }

    private synchronized Documentation documentation() {
        if (documentation == null) {
            documentation = Documentation.openPaths(settings.docsSources(), settings.docsCache(), new Warnings() {
                @Override
                public void warn(String sentence) {
                    problems.unreadable(sentence);
                }
            });
        }
        return documentation;
    }

    /** Returns the rules that are on for a class. */
    private List<MethodRule> rules(ClassFile file, Surroundings surroundings) {
        List<MethodRule> rules = new ArrayList<>();
        for (MethodRule rule : ofMethods()) {
            if (isOn(rule.rule(), file)) {
                rules.add(rule);
            }
        }
        if (isOn(Rule.CONVENTION_RAW, file)) {
            rules.add(new ConventionRaw(surroundings));
        }
        if (isOn(Rule.DOCS_MISSING, file) || isOn(Rule.DOCS_STALE, file)) {
            addRulesOfDocumentation(file, surroundings, rules);
        }
        return rules;
    }

    /** Returns the rules that ask nothing but the method itself. */
    private synchronized List<MethodRule> ofMethods() {
        if (ofMethods == null) {
            ofMethods = Arrays.asList(
                    new ArityDeclared(settings.mostParameters()),
                    new ConventionNames(),
                    new ConventionAmbiguous(settings.knownOrders()));
        }
        return ofMethods;
    }

    private void addRulesOfDocumentation(ClassFile file, Surroundings surroundings, List<MethodRule> rules) {
        DocsOfClass docs = new DocsOfClass(documentation(), file, surroundings);
        if (isOn(Rule.DOCS_MISSING, file)) {
            Set<DocsExemption> exempt = settings.docsExemptions();
            boolean overridesAreAsked = !exempt.contains(DocsExemption.OVERRIDES);
            rules.add(new DocsMissing(
                    new Documented(file, surroundings, settings.docsVisibility(), exempt),
                    docs,
                    overridesAreAsked ? new InheritedDocs(file, surroundings, docs) : null,
                    settings.reportsUnknownDocs()));
        }
        if (isOn(Rule.DOCS_STALE, file)) {
            rules.add(new DocsStale(docs, surroundings));
        }
    }
}
