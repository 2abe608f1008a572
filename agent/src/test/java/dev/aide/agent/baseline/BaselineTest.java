package dev.aide.agent.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Fixtures;
import dev.aide.agent.classfile.KnownSurroundings;
import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Judge;
import dev.aide.agent.rule.Judgement;
import dev.aide.agent.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    private static final String A = "types.argument com.acme.Order#a(List) p[] String";
    private static final String B = "types.argument com.acme.Order#b(List) p[] String";
    private static final String C = "types.return com.acme.Item#c() result[] String";

    @TempDir
    Path folder;

    @Test
    void what_is_listed_is_known_and_nothing_else() throws Exception {
        Baseline baseline = open("baseline=" + file("known.txt", A, B));

        assertThat(baseline.knows(entry(A))).isTrue();
        assertThat(baseline.knows(entry(C))).isFalse();
        assertThat(baseline.states()).extracting(EntryState::entry).containsExactly(A, B);
        assertThat(baseline.states()).extracting(EntryState::isSeen).containsExactly(true, false);
    }

    @Test
    void says_what_it_is() throws Exception {
        Path known = file("known.txt", A, B);
        Path one = file("one.txt", C);

        assertThat(open("baseline=" + one).describe()).isEqualTo("baseline " + one + " (1 entry)");
        assertThat(open("baseline=" + known + "," + one).describe())
                .isEqualTo("baseline " + known + ", " + one + " (3 entries)");
        assertThat(open("baseline=" + known + ";baseline.update=true").describe())
                .isEqualTo("baseline " + known + " (2 entries, recording: nothing prints or throws)");
    }

    @Test
    void files_are_layered() throws Exception {
        Baseline baseline = open("baseline=" + file("ours.txt", A) + ", " + file("theirs.txt", B));

        assertThat(baseline.knows(entry(A))).isTrue();
        assertThat(baseline.knows(entry(B))).isTrue();
    }

    @Test
    void recording_makes_known_and_saves_into_the_first_file_only() throws Exception {
        Path ours = folder.resolve("new/ours.txt");
        Path theirs = file("theirs.txt", B);
        Baseline baseline = open("baseline.update=true;baseline=" + ours + "," + theirs);

        assertThat(baseline.knows(entry(C))).isTrue();
        assertThat(baseline.knows(entry(B))).isTrue();
        baseline.save();

        assertThat(Files.readAllLines(ours)).endsWith("", C).doesNotContain(B);
        assertThat(theirs).hasContent(B);
        assertThat(baseline.recorded()).isOne();
        assertThat(open("baseline=" + ours).knows(entry(C))).isTrue();
    }

    @Test
    void a_run_without_findings_records_an_empty_file() throws Exception {
        Path file = folder.resolve("none.txt");

        open("baseline.update=true;baseline=" + file).save();

        assertThat(open("baseline=" + file).states()).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing is left beside it").containsExactly(file);
        }
    }

    @Test
    void holding_never_writes() throws Exception {
        Path file = file("known.txt", A);
        Baseline baseline = open("baseline=" + file);
        baseline.knows(entry(B));

        baseline.save();

        assertThat(file).hasContent(A);
    }

    @Test
    void a_file_that_changes_while_it_is_recorded_keeps_what_was_added() throws Exception {
        Path file = file("known.txt", A);
        Baseline baseline = open("baseline.update=true;baseline=" + file);
        baseline.knows(entry(C));
        Files.writeString(file, "# mine\n" + B + "\n");

        baseline.save();

        assertThat(file).hasContent("# mine\n" + B + "\n" + C + "\n");
    }

    @Test
    void an_entry_looks_obsolete_once_its_method_ran_often_enough_without_it() throws Exception {
        Baseline baseline = open("baseline.proof=3;baseline=" + file("known.txt", A, B, C));
        Executions ofA = baseline.executions("argument", "com.acme.Order", "a", "(Ljava/util/List;)V");
        Executions ofB = baseline.executions("argument", "com.acme.Order", "b", "(Ljava/util/List;)V");
        baseline.knows(entry(B));
        for (int i = 0; i < 3; i++) {
            assertThat(baseline.states()).extracting(EntryState::isObsolete).containsOnly(false);
            ofA.count();
            ofB.count();
        }

        assertThat(baseline.states()).extracting(EntryState::isObsolete).containsExactly(true, false, false);
        assertThat(baseline.states()).extracting(EntryState::executions).containsExactly(3, 3, 0);
        ofA.count();
        assertThat(baseline.states().get(0).executions()).as("enough is enough").isEqualTo(3);
    }

    @Test
    void only_methods_with_entries_are_counted_and_under_their_rule() throws Exception {
        Baseline baseline = open("baseline=" + file("known.txt", A));

        assertThat(baseline.executions("result", "com.acme.Order", "a", "(Ljava/util/List;)V"))
                .isNull();
        assertThat(baseline.executions("argument", "com.acme.Order", "a", "()V"))
                .isNull();
        assertThat(baseline.executions("argument", "com.acme.Item", "a", "(Ljava/util/List;)V"))
                .isNull();
    }

    @Test
    void executions_count_for_those_rules_at_the_place_that_are_on() throws Exception {
        String nulls = A.replace("types", "nulls");
        Baseline baseline = open("rule.types=off;baseline.proof=2;baseline=" + file("known.txt", nulls, A));
        Executions executions = baseline.executions("argument", "com.acme.Order", "a", "(Ljava/util/List;)V");
        executions.count();
        executions.count();

        assertThat(baseline.states()).extracting(EntryState::executions).containsExactly(2, 0);
        assertThat(baseline.states()).extracting(EntryState::isObsolete).containsExactly(true, false);
    }

    @Test
    void an_entry_is_stale_once_its_class_is_read_and_lacks_the_method() throws Exception {
        Baseline baseline = open("baseline=" + file("known.txt", A, B, C));
        assertThat(baseline.names("com.acme.Order")).isTrue();
        assertThat(baseline.names("com.acme.Customer")).isFalse();
        assertThat(baseline.states()).extracting(EntryState::isStale).containsOnly(false);

        baseline.has("com.acme.Order", "a", "(Ljava/util/List;)V");
        baseline.has("com.acme.Order", "b", "()V");

        assertThat(baseline.states()).extracting(EntryState::isStale).containsExactly(false, true, false);
    }

    @Test
    void an_entry_looks_obsolete_once_its_method_is_judged_without_it() throws Exception {
        String self = Judged.class.getName();
        Path file = file(
                "known.txt",
                "arity.declared " + self + "#few(int) parameters 9",
                "arity.declared " + self + "#gone(int) parameters 9",
                "arity.declared " + self + "#many(int,int,int) parameters 3",
                "convention.raw " + self + "#few(int) result List",
                "types.return " + self + "#few(int) result[] String");
        Baseline baseline = open("baseline=" + file);

        baseline.judged(judged(Judged.class, "arity.max=2;rule.convention=off"));

        assertThat(baseline.states())
                .as("one rule was off, one finding is still there, one needs calls, and one method is not there")
                .extracting(EntryState::isObsolete)
                .containsExactly(true, false, false, false, false);
        assertThat(baseline.states().get(0).proofInWords()).isEqualTo("was not found when its method was judged");
        baseline.knows(entry("arity.declared " + self + "#few(int) parameters 9"));
        assertThat(baseline.states()).extracting(EntryState::isObsolete).containsOnly(false);
    }

    @Test
    void an_entry_that_speaks_for_several_classes_is_disproved_by_none_of_them() throws Exception {
        Object anonymous = new Object() {
            @SuppressWarnings("unused")
            void few(int a) {}
        };
        String all = BaselineTest.class.getName() + "$*";
        Baseline baseline = open("baseline="
                + file(
                        "known.txt",
                        "arity.declared " + all + "#few(int) parameters 9",
                        "arity.declared " + all + "#other(int) parameters 9"));
        Judgement judgement = judged(anonymous.getClass(), "");

        baseline.has(judgement.file());
        baseline.judged(judgement);

        assertThat(baseline.states()).extracting(EntryState::isGone).containsExactly(false, false);
    }

    private static Judgement judged(Class<?> type, String settings) throws Exception {
        Settings all = Settings.read("include=**;" + settings, Rule.strictness());
        return new Judge(all, problem -> {})
                .judge(
                        ClassFile.read(Fixtures.bytes(type)),
                        new KnownSurroundings().of(type.getClassLoader(), type.getProtectionDomain()));
    }

    @SuppressWarnings("unused")
    static class Judged {
        List<String> few(int a) {
            return List.of();
        }

        void many(int a, int b, int c) {}
    }

    @Test
    void a_file_that_is_not_there_is_refused_with_the_way_to_record_it() {
        Path file = folder.resolve("mistyped.txt");

        assertThatThrownBy(() -> open("baseline=" + file))
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("aide.baseline: " + file + " is not there; correct the path, or record it by running once"
                        + " with -Daide.baseline.update=true");
    }

    @Test
    void only_the_first_file_is_recorded() throws Exception {
        Path missing = folder.resolve("mistyped.txt");

        assertThatThrownBy(() -> open("baseline.update=true;baseline=" + file("ours.txt", A) + "," + missing))
                .hasMessageStartingWith("aide.baseline: " + missing + " is not there; ");
    }

    @Test
    void a_line_that_is_no_entry_is_refused_with_file_and_line() throws Exception {
        Path file = file("known.txt", A, "types.argument");

        assertThatThrownBy(() -> open("baseline=" + file))
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("aide.baseline: " + file
                        + ", line 2: it is not rule, method, position and type, with one space between;"
                        + " write it as types.argument com.acme.OrderService#place(List,Customer) lines[] String");
    }

    @Test
    void a_folder_is_refused() {
        assertThatThrownBy(() -> open("baseline=" + folder))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageStartingWith("aide.baseline: " + folder + " cannot be read: ");
    }

    @Test
    void what_cannot_be_written_is_told_and_leaves_the_file() throws Exception {
        Path file = file("known.txt", A);
        Baseline baseline = open("baseline.update=true;baseline=" + file);
        baseline.knows(entry(B));
        Files.createDirectory(folder.resolve("known.txt.lock"));

        assertThatThrownBy(baseline::save).isInstanceOf(IOException.class);
        assertThat(file).hasContent(A);
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static BaselineEntry entry(String line) {
        return BaselineEntry.parse(line);
    }

    private static Baseline open(String arguments) throws BadConfiguration {
        return Baseline.open(Settings.read("include=**;" + arguments, Rule.strictness()));
    }
}
