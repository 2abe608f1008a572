package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.server.http.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswerTypeTest {
    private static final AnswerType NUMBER = new AnswerType(int.class, false);
    private static final AnswerType NUMBERS = new AnswerType(Integer.class, true);
    private static final String AT = "GET /x (Api.java:7)";

    private static void assertRefused(AnswerType type, Object value, String message) {
        assertThatThrownBy(() -> type.checked(value, AT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }

    @Test
    void what_is_of_the_type_passes_wrapped_or_not() {
        Response ok = (Response) NUMBER.checked(Response.ok(Optional.of(7)), AT);

        assertThat(NUMBER.checked(7, AT)).isEqualTo(7);
        assertThat(NUMBER.checked(null, AT)).isNull();
        assertThat(NUMBER.checked(Optional.empty(), AT)).isEqualTo(Optional.empty());
        assertThat(ok.body()).isEqualTo(Optional.of(7));
        CompletionStage<?> later = (CompletionStage<?>) NUMBER.checked(CompletableFuture.completedFuture(7), AT);
        assertThat((Object) later.toCompletableFuture().join()).isEqualTo(7);
        assertThat(NUMBERS.checked(List.of(1, 2), AT)).isEqualTo(List.of(1, 2));
        assertThat((Object) ((Stream<?>) NUMBERS.checked(Stream.of(1, 2), AT)).toList())
                .isEqualTo(List.of(1, 2));
        assertThat(NUMBERS.checked(null, AT)).isNull();
    }

    @Test
    void an_answer_that_is_no_success_may_be_anything() {
        assertThat(((Response) NUMBER.checked(Response.status(404).body(Map.of("why", "gone")), AT)).body())
                .isEqualTo(Map.of("why", "gone"));
    }

    @Test
    void what_is_of_another_type_is_refused_wrapped_or_not() {
        String message = "GET /x (Api.java:7) says that it answers a int, and gave a java.lang.String";

        assertRefused(NUMBER, "7", message);
        assertRefused(NUMBER, Optional.of("7"), message);
        assertRefused(NUMBER, Response.ok("7"), message);
        assertThat(((CompletionStage<?>) NUMBER.checked(CompletableFuture.completedFuture("7"), AT))
                        .toCompletableFuture())
                .isCompletedExceptionally();
    }

    @Test
    void a_list_is_no_single_value_and_holds_nothing_else() {
        String message = "GET /x (Api.java:7) says that it answers a list of java.lang.Integer, and gave a ";

        assertRefused(NUMBERS, 7, message + "java.lang.Integer");
        assertRefused(NUMBERS, Arrays.asList(1, "2"), message + "java.lang.String");
        Stream<?> stream = (Stream<?>) NUMBERS.checked(Stream.of(1, "2"), AT);
        assertThatThrownBy(stream::toList).hasMessage(message + "java.lang.String");
    }
}
