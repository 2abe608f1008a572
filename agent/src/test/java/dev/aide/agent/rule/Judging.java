package dev.aide.agent.rule;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Fixtures;
import dev.aide.agent.classfile.KnownSurroundings;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Settings;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What the rules that need no call find in a class of the tests. */
final class Judging {
    private final Judge judge;

    private Judging(Judge judge) {
        this.judge = judge;
    }

    static Judging by(String arguments) {
        try {
            return new Judging(new Judge(Settings.read("include=**;" + arguments, Rule.strictness()), problem -> {}));
        } catch (BadConfiguration e) {
            throw new AssertionError(e);
        }
    }

    /** Judges by one rule only. */
    static Judging byRule(String id) {
        return by("rule.arity=off;rule.docs=off;rule.convention=off;rule." + id + "=enforce");
    }

    /** Returns the findings as {@code method: sentence}. */
    List<String> findings(Class<?> type) {
        return judge.judge(file(type), surroundings(type)).findings().stream()
                .map(finding ->
                        finding.method().replace(type.getName(), type.getSimpleName()) + ": " + finding.sentence())
                .toList();
    }

    /** Returns the names of the methods in which something is found. */
    List<String> methods(Class<?> type) {
        return judge.judge(file(type), surroundings(type)).findings().stream()
                .map(finding ->
                        finding.methodId().substring(0, finding.methodId().indexOf('(')))
                .toList();
    }

    boolean hasRules(Class<?> type) {
        return judge.hasRules(file(type));
    }

    /** Returns the rules that are sure of a method, of those given. */
    List<Rule> sureOf(Class<?> type, String methodName, Surroundings surroundings, Rule... rules) {
        Judgement judgement = judge.judge(file(type), surroundings);
        MethodInfo method = file(type).methods().stream()
                .filter(each -> each.name().equals(methodName))
                .findFirst()
                .orElseThrow();
        return Stream.of(rules)
                .filter(rule -> judgement.isSure(rule.id(), method))
                .toList();
    }

    List<StaticFinding> enforced(Class<?> type, String methodId) {
        return judge.enforced(file(type), surroundings(type)).stream()
                .filter(finding -> finding.methodId().equals(methodId))
                .toList();
    }

    static Surroundings surroundings(Class<?> type) {
        return new KnownSurroundings().of(type.getClassLoader(), type.getProtectionDomain());
    }

    static ClassFile file(Class<?> type) {
        try {
            return ClassFile.read(Fixtures.bytes(type));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
