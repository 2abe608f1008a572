package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Holds what is written to a field to the field's type ({@code types.field}). */
class TypesFieldIT {
    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() {
        Fixture.sources(8, "FieldWrites").classpath(AgentJar.path()).compile().writeTo(classes);
    }

    @JdkTest
    void each_write_is_held_to_the_type_of_its_field(Jdk jdk) {
        Outcome outcome = fields(jdk).property("aide.mode", "enforce").run().expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("""
                static field: types.field  fixture.FieldWrites.stock, a Map<String, Integer>
                  stock{value}  is java.lang.String, declared java.lang.Integer  (java.util.Collections$SingletonMap of 1)
                right static field passes
                null passes
                right field passes
                field: types.field  fixture.FieldWrites.names, a List<String>
                  names[1]  is java.lang.Integer, declared java.lang.String  (java.util.Arrays$ArrayList of 2)
                from another class: types.field  fixture.FieldWrites.names, a List<String>
                  names[1]  is java.lang.Integer, declared java.lang.String  (java.util.Arrays$ArrayList of 2)
                inherited passes
                raw field passes
                silenced field passes
                silenced method passes
                variable by receiver: types.field  fixture.FieldWrites$Box.content, a T
                  content  is java.lang.Integer, declared java.lang.String
                right variable by receiver passes
                list of variable by receiver: types.field  fixture.FieldWrites$Box.contents, a List<T>
                  contents[1]  is java.lang.Integer, declared java.lang.String  (java.util.Arrays$ArrayList of 2)
                variable without receiver passes
                bound: types.field  fixture.FieldWrites$Bounded.numbers, a List<T>
                  numbers[0]  is java.lang.String, declared java.lang.Number  (java.util.Arrays$ArrayList of 1)
                right bound passes
                inner: types.field  fixture.FieldWrites$Inner.lines, a List<String>
                  lines[1]  is java.lang.Integer, declared java.lang.String  (java.util.Arrays$ArrayList of 2)
                right inner passes
                parameter: types.argument  fixture.FieldWrites.keep(List<String> names)
                  names[1]  is java.lang.Integer, declared java.lang.String  (java.util.Arrays$ArrayList of 2)
                other of two parameters: types.field  fixture.FieldWrites.names, a List<String>
                  names[1]  is java.lang.Integer, declared java.lang.String  (java.util.Arrays$ArrayList of 2)
                right one of two parameters passes
                overwritten parameter: types.field  fixture.FieldWrites.names, a List<String>
                  names[1]  is java.lang.Integer, declared java.lang.String  (java.util.Arrays$ArrayList of 2)
                """);
        assertThat(outcome.stderr()).contains("failed 0\n").contains("""
                aide types.field  fixture.FieldWrites.stock, a Map<String, Integer>
                  stock{value}  is java.lang.String, declared java.lang.Integer  (java.util.Collections$SingletonMap of 1)
                  written at fixture.FieldWrites.lambda$main$0(FieldWrites.java:68)
                  called from fixture.FieldWrites.say(FieldWrites.java:94)
                  1st of this kind here · enforce · silence: -Daide.rule.types.field=fixture.FieldWrites=off
                """);
    }

    @JdkTest({8, 17, 25})
    void a_parameter_that_was_found_wrong_at_entry_is_not_found_again_as_it_is_written(Jdk jdk) {
        Outcome outcome = fields(jdk).run().expectExit(0);

        assertThat(outcome.stdout()).contains("parameter passes\n").doesNotContain(": ");
        assertThat(outcome.stderr())
                .contains("  called from fixture.FieldWrites.lambda$main$18(FieldWrites.java:86)\n")
                .doesNotContain("  written at fixture.FieldWrites.keep(");
    }

    @JdkTest({8, 17, 25})
    void without_the_rule_no_write_is_held(Jdk jdk) {
        Outcome outcome = fields(jdk)
                .property("aide.mode", "enforce")
                .property("aide.rule.types.field", "off")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout())
                .contains("static field passes\n", "variable by receiver passes\n", "parameter: types.argument  ");
        assertThat(outcome.stderr()).doesNotContain("types.field");
    }

    private static ForkedJvm fields(Jdk jdk) {
        return ForkedJvm.on(jdk).agent(AgentJar.path()).classpath(classes).main("fixture.FieldWrites");
    }
}
