package dev.aide.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HedgeTest {

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_second_get_overtakes_a_slow_first(ServerKind kind) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger requests = new AtomicInteger();
        try (TestServer server = kind.start(request -> {
                    if (requests.incrementAndGet() % 2 == 1) {
                        never.await();
                    }
                    return Reply.text("fast");
                });
                HttpClient client =
                        HttpClient.builder().hedgeAfter(Duration.ofMillis(50)).build()) {
            try {
                Response<String> sync = client.get(server.url()).send();
                Response<String> async = client.get(server.url()).sendAsync().get(60, TimeUnit.SECONDS);

                for (Response<String> response : java.util.List.of(sync, async)) {
                    assertThat(response.data()).contains("fast");
                    assertThat(response.attempts()).hasSize(2);
                    assertThat(response.attempts())
                            .filteredOn(attempt -> attempt.failure() == FailureKind.CANCELLED)
                            .singleElement()
                            .satisfies(slow -> assertThat(slow.message()).isEqualTo("the other attempt was faster"));
                }
            } finally {
                never.countDown();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void a_quick_answer_and_a_post_are_not_hedged(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> Reply.text("ok"));
                HttpClient patient =
                        HttpClient.builder().hedgeAfter(Duration.ofMinutes(5)).build();
                HttpClient hasty =
                        HttpClient.builder().hedgeAfter(Duration.ofNanos(1)).build()) {
            assertThat(patient.get(server.url()).send().attempts()).hasSize(1);
            assertThat(hasty.post(server.url()).json(1).send().attempts()).hasSize(1);
            assertThat(server.seen()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void hedges_are_paid_from_the_retry_budget(ServerKind kind) throws Exception {
        try (TestServer server = kind.start(request -> {
                    Thread.sleep(20);
                    return Reply.text("ok");
                });
                HttpClient client = HttpClient.builder()
                        .hedgeAfter(Duration.ofNanos(1))
                        .retries(Retries.upTo(1).budgetRatio(0).budgetFloor(0))
                        .build()) {
            assertThat(client.get(server.url()).send().attempts()).hasSize(1);
            assertThat(server.seen()).hasSize(1);
        }
    }
}
