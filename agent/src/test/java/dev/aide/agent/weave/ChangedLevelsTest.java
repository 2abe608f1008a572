package dev.aide.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.config.Levels;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedLevelsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // before                  | after                       | needs sites | where all values are woven
                "mode=warn                 | mode=warn                   | false | false",
                "mode=warn                 | mode=enforce                | false | false",
                "mode=enforce              | mode=off                    | false | false",
                "mode=off                  | mode=warn                   | true  | false",
                "rule.types=off            | rule.types=warn             | true  | false",
                "rule.types=off | rule.types=off,org.other.**=warn | false | false",
                "rule.nulls.return=off     | rule.nulls.return=enforce   | true  | false",
                // a handler is woven for those who ask only
                "mode=warn                 | rule.throws=warn            | true  | true",
                // what needs no call has sites where it is enforced
                "mode=warn                 | rule.docs=enforce           | true  | true",
                "rule.docs=off             | rule.docs=warn              | false | false",
                "mode=warn                 | mode=strict                 | true  | true",
                // a field took parameters unseen that are not held now
                "mode=warn                 | rule.types.argument=off     | true  | false",
                "mode=warn                 | rule.types.field=enforce    | true  | false",
                "rule.types.field=off      | rule.types=off              | false | false",
                "rule.types.field=enforce  | mode=warn                   | false | false",
            })
    void sites_are_missing_where_a_rule_comes_on_that_had_none(
            String before, String after, boolean needsSites, boolean needsSitesLive) throws Exception {
        assertThat(changed(before, after, false).needSites("com/acme/Order")).isEqualTo(needsSites);
        assertThat(changed(before, after, true).needSites("com/acme/Order")).isEqualTo(needsSitesLive);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode=warn      | mode=enforce   | false | true",
                "mode=off       | mode=warn      | true  | false",
                "rule.docs=off  | rule.docs=warn | true  | true",
                "mode=warn      | rule.docs=off  | false | true",
                "mode=warn      | mode=strict    | true  | true",
            })
    void a_class_is_judged_where_a_rule_comes_on_that_needs_no_call(
            String before, String after, boolean needsJudging, boolean wasJudged) throws Exception {
        ChangedLevels changed = changed(before, after, false);

        assertThat(changed.needJudging("com/acme/Order")).isEqualTo(needsJudging);
        assertThat(changed.wasJudged("com/acme/Order")).isEqualTo(wasJudged);
    }

    private static ChangedLevels changed(String before, String after, boolean isLive) throws Exception {
        return new ChangedLevels(levels(before), levels(after), isLive);
    }

    private static Levels levels(String arguments) throws Exception {
        return Settings.read("include=**;" + arguments, Rule.strictness()).levels();
    }
}
