package dev.aide.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Fixtures;
import dev.aide.agent.classfile.KnownSurroundings;
import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Judge;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SiteSpec;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannerTest {

    @Test
    void plans_what_the_jvm_does_not_prove_and_nothing_else() throws Exception {
        assertThat(plans("mode=warn", Fixtures.Repository.class))
                .containsOnlyKeys(
                        "names(Ljava/util/List;)Ljava/util/List;",
                        "save(Ljava/lang/Object;)Ljava/lang/Object;",
                        "isAbstract(Ljava/util/List;)V");
    }

    @Test
    void plans_default_methods_but_no_abstract_ones() throws Exception {
        assertThat(plans("mode=warn", Fixtures.Defaults.class))
                .containsOnlyKeys("defaulted(Ljava/util/List;)Ljava/util/List;");
    }

    @Test
    void plans_no_bridges() throws Exception {
        assertThat(plans("mode=warn", Fixtures.Users.class)).isEmpty();
    }

    @Test
    void plans_constructors_without_a_receiver() throws Exception {
        MethodPlan plan = plans("mode=warn", Fixtures.Nested.class).get("<init>(JLjava/util/List;)V");

        assertThat(plan.slots()).containsExactly(3);
        assertThat(plan.arguments().takesReceiver()).isFalse();
        assertThat(plan.result()).isNull();
    }

    @Test
    void asks_for_the_receiver_where_its_class_says_more() throws Exception {
        Map<String, MethodPlan> plans = plans("mode=warn", Fixtures.Repository.class);
        MethodPlan save = plans.get("save(Ljava/lang/Object;)Ljava/lang/Object;");
        MethodPlan names = plans.get("names(Ljava/util/List;)Ljava/util/List;");

        assertThat(save.arguments().takesReceiver()).isTrue();
        assertThat(save.result().takesReceiver()).isTrue();
        assertThat(names.arguments().takesReceiver()).isFalse();
        assertThat(names.result().takesReceiver()).isFalse();
    }

    @Test
    void a_rule_that_is_off_plans_nothing() throws Exception {
        MethodPlan resultOnly = plans("rule.types.argument=off", Fixtures.Repository.class)
                .get("names(Ljava/util/List;)Ljava/util/List;");
        MethodPlan argumentsOnly = plans("rule.types.return=off", Fixtures.Repository.class)
                .get("names(Ljava/util/List;)Ljava/util/List;");

        assertThat(resultOnly.arguments()).isNull();
        assertThat(resultOnly.result()).isNotNull();
        assertThat(argumentsOnly.arguments()).isNotNull();
        assertThat(argumentsOnly.result()).isNull();
        assertThat(plans("rule.types=off", Fixtures.Repository.class)).isEmpty();
        assertThat(plans("mode=warn,dev.aide.**=off", Fixtures.Repository.class))
                .isEmpty();
    }

    @Test
    void variables_of_the_classes_around_an_inner_class_are_held() throws Exception {
        Map<String, MethodPlan> plans = plans("mode=warn", Outer.Inner.class);

        assertThat(plans)
                .containsKeys("take(Ljava/lang/Object;)V", "run(Ljava/lang/Runnable;)V")
                .doesNotContainKey("count(I)V");
        assertThat(plans.get("take(Ljava/lang/Object;)V").arguments().takesReceiver())
                .isTrue();
        assertThat(plans.get("take(Ljava/lang/Object;)V").writes().values())
                .extracting(SiteSpec::takesReceiver)
                .containsExactly(true);
        assertThat(plans("mode=warn", Outer.Inner.Innermost.class)).containsKey("take(Ljava/lang/Object;)V");
    }

    @Test
    void where_there_is_no_receiver_variables_of_the_classes_around_are_held_by_their_bounds() throws Exception {
        MethodPlan run = plans("mode=warn", Outer.Inner.class).get("run(Ljava/lang/Runnable;)V");

        assertThat(run.arguments().takesReceiver()).isFalse();
        assertThat(run.arguments().toConstants())
                .contains("<T:Ljava/lang/Object;R:Ljava/lang/Runnable;>Ljava/lang/Object;");
    }

    @Test
    void a_variable_that_a_local_class_mentions_may_be_its_methods() throws Exception {
        assertThat(plans("rule.types.field=off", Outer.local().getClass())).isEmpty();
    }

    @SuppressWarnings({"unused", "unchecked", "ClassCanBeStatic", "TypeParameterShadowing"})
    static class Outer<T, R extends Runnable> {
        static <T> Object local() {
            class Local {
                void take(T thing) {}
            }
            return new Local();
        }

        class Inner {
            private T last;

            void take(T thing) {
                last = (T) String.valueOf(thing);
            }

            private void run(R task) {}

            void count(int number) {}

            class Innermost {
                void take(T thing) {}
            }
        }
    }

    @Test
    void plans_null_checks_of_arrays_of_primitives() throws Exception {
        assertThat(plans("mode=warn", Sums.class)).containsOnlyKeys("ofAll([I)I");
        assertThat(plans("nulls.default=nonnull", Sums.class)).containsOnlyKeys("ofAll([I)I", "of([I)I", "zeros()[I");
        assertThat(plans("nulls.default=nonnull;rule.nulls=off", Sums.class)).isEmpty();
    }

    @SuppressWarnings("unused")
    static class Sums {
        static int ofAll(int... numbers) {
            return numbers.length;
        }

        static int of(int[] numbers) {
            return numbers.length;
        }

        static int ofTwo(int one, int other) {
            return one + other;
        }

        static int[] zeros() {
            return new int[2];
        }
    }

    private static Map<String, MethodPlan> plans(String arguments, Class<?> type) throws BadConfiguration, IOException {
        Settings settings = Settings.read("include=**;" + arguments, Rule.strictness());
        return new Planner(settings, new Judge(settings, problem -> {}), null)
                .plan(
                        ClassFile.read(Fixtures.bytes(type)),
                        new KnownSurroundings().of(type.getClassLoader(), type.getProtectionDomain()));
    }
}
