package dev.aide.agent.scan;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.ClassFinder;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Judge;
import dev.aide.agent.rule.Judgement;
import dev.aide.agent.rule.SourcePlace;
import dev.aide.agent.rule.StaticFinding;
import dev.aide.agent.scan.ScannedClass.BrokenClass;
import java.io.IOException;

/** Judges one class after another, and tells of those that cannot be. Safe for use by any thread. */
final class ClassJudge {
    private final Judge judge;
    private final ClassFinder finder;
    private final SourceLookup sources;
    private final ScanFindings findings;
    private final Problems problems;

    ClassJudge(Settings settings, ClassPath classPath, ScanFindings findings, Problems problems) {
        this.judge = new Judge(settings, problems::note);
        this.finder = new ClassFinder(classPath);
        this.sources = new SourceLookup(settings.docsSources());
        this.findings = findings;
        this.problems = problems;
    }

    void judge(ScannedClass each) {
        try {
            ClassFile file = each.read();
            Surroundings around = new Surroundings(finder, each.root().location());
            Judgement judgement = judge.judge(file, around);
            for (StaticFinding finding : judgement.findings()) {
                SourcePlace named = finding.source();
                findings.add(finding, named == null ? null : sources.find(named, around.location()));
            }
            findings.isJudged(judgement);
        } catch (BrokenClass e) {
            isNotJudged(each, e.getMessage());
        } catch (IOException e) {
            isNotJudged(each, "it cannot be read: " + e);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            isNotJudged(each, "it is cut short or damaged (" + e + ")");
        }
    }

    private void isNotJudged(ScannedClass each, String why) {
        findings.isNotJudged();
        problems.fail(each.describe() + " is not judged: " + why);
    }
}
