package dev.aide.agent.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NullMarkingTest {

    @Test
    void what_excludes_null_is_marked_and_read_again() {
        String signature = "<T:Ljava/lang/Object;:Ljava/lang/Runnable;E:TT;>"
                + "(Ljava/util/Map<TT;+[Ljava/util/List<Ljava/lang/String;>;>;[[TE;)Ljava/util/List<-TT;>;";

        String marked = NullMarking.mark(MethodSignature.parse(signature), (parameter, path, variable) -> true)
                .text();

        assertThat(marked)
                .isEqualTo("<T:Ljava/lang/Object;:Ljava/lang/Runnable;E:TT;>"
                        + "(!Ljava/util/Map<!TT;+![!Ljava/util/List<!Ljava/lang/String;>;>;![![!TE;)"
                        + "!Ljava/util/List<-TT;>;");
        assertThat(MethodSignature.parse(marked).text()).isEqualTo(marked);
        assertThat(MethodSignature.parse(marked).parameters().get(0).withoutNonNull())
                .hasToString("java.util.Map<T, ? extends java.util.List<java.lang.String>[]>");
    }

    @Test
    void unmarked_signatures_stay_as_they_are() {
        String signature = "(ILjava/util/List<*>;[JZ)Ljava/util/Map$Entry<TK;TV;>;";

        assertThat(NullMarking.mark(MethodSignature.parse(signature), (parameter, path, variable) -> false)
                        .text())
                .isEqualTo(signature);
    }

    @Test
    void each_part_is_asked_for_by_the_path_that_type_annotations_have() {
        List<String> asked = new ArrayList<>();

        NullMarking.mark(
                MethodSignature.parse("(Ljava/util/Map<TK;+[Ljava/lang/String;>;I)TR;"),
                (parameter, path, variable) -> {
                    asked.add(parameter + " " + path + " " + variable);
                    return false;
                });

        assertThat(asked).containsExactly("0 0; K", "0 1;*[ null", "0 1;* null", "0  null", "-1  R");
    }

    @Test
    void what_has_no_value_but_null_and_what_has_no_null_is_not_marked() {
        assertThat(NullMarking.mark(
                                MethodSignature.parse("(I[ILjava/lang/Void;)V"), (parameter, path, variable) -> true)
                        .text())
                .isEqualTo("(I![ILjava/lang/Void;)V");
    }
}
