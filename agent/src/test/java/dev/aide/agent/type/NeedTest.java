package dev.aide.agent.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedTest {
    private static final String OWNER = "<T:Ljava/lang/Object;>Ljava/lang/Object;";

    /** Object, String and what is named {@code Known} are known to be classes. */
    @ParameterizedTest(name = "{0} needs {1}, without a receiver {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "I                                     | NOTHING  | NOTHING",
                "[[I                                   | NOTHING  | NOTHING",
                "Ljava/lang/String;                    | NOTHING  | NOTHING",
                "[Ljava/lang/String;                   | NOTHING  | NOTHING",
                "Lcom/acme/MayBeAnInterface;           | VALUE    | VALUE",
                "Ljava/util/List;                      | VALUE    | VALUE",
                "Lcom/acme/Known<*>;                   | NOTHING  | NOTHING",
                "Lcom/acme/Known<-Ljava/lang/String;>; | NOTHING  | NOTHING",
                "Lcom/acme/Known<Ljava/lang/String;>;  | VALUE    | VALUE",
                "Lcom/acme/Known<+Ljava/lang/String;>; | VALUE    | VALUE",
                "[Lcom/acme/Known<Ljava/lang/String;>; | VALUE    | VALUE",
                "[[Lcom/acme/Known<*>;                 | NOTHING  | NOTHING",
                "TT;                                   | RECEIVER | NOTHING",
                "[TT;                                  | RECEIVER | NOTHING",
                "Lcom/acme/Known<TT;>;                 | RECEIVER | VALUE",
                "Lcom/acme/Known<Ljava/util/List<TT;>;>; | RECEIVER | VALUE",
                "TM;                                   | NOTHING  | NOTHING",
                "TN;                                   | VALUE    | VALUE",
                "TR;                                   | VALUE    | VALUE",
                "TS;                                   | NOTHING  | NOTHING",
                "TU;                                   | NOTHING  | NOTHING",
            })
    void tells_what_a_check_takes(String type, Need withReceiver, Need without) {
        MethodSignature method = MethodSignature.parse("<M:Ljava/lang/Object;N::Ljava/lang/Runnable;"
                + "R:Ljava/lang/Object;:Ljava/lang/Comparable<TR;>;S:TM;>(" + type + ")V");
        TypeVariables variables = TypeVariables.of(method, OWNER);
        JavaType parameter = method.parameters().get(0);

        assertThat(Need.of(parameter, variables, true, NeedTest::isClass)).isEqualTo(withReceiver);
        assertThat(Need.of(parameter, variables, false, NeedTest::isClass)).isEqualTo(without);
    }

    @Test
    void a_methods_own_variable_hides_that_of_its_class() {
        MethodSignature method = MethodSignature.parse("<T:Ljava/lang/Object;>(TT;)V");

        assertThat(Need.of(method.parameters().get(0), TypeVariables.of(method, OWNER), true, NeedTest::isClass))
                .isEqualTo(Need.NOTHING);
    }

    @Test
    void variables_bound_by_each_other_end() {
        MethodSignature method = MethodSignature.parse("<A:TB;B:TA;>(TA;)V");

        assertThat(Need.of(method.parameters().get(0), TypeVariables.of(method, ""), true, NeedTest::isClass))
                .isEqualTo(Need.NOTHING);
    }

    private static boolean isClass(String name) {
        return name.endsWith("Known") || name.equals("java.lang.Object") || name.equals("java.lang.String");
    }
}
