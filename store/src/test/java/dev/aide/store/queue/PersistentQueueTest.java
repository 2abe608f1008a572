package dev.aide.store.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.store.Database;
import dev.aide.store.OnBothDatabases;
import dev.aide.store.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersistentQueueTest extends OnBothDatabases {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T00:00:00Z"));
    private final QueueOptions options = QueueOptions.standard()
            .withClock(clock)
            .withMaxAttempts(3)
            .withBackoff(new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(3)));
    private PersistentQueue queue;

    @BeforeEach
    void createQueue() {
        queue = PersistentQueue.on(db, "mails", options);
    }

    record Mail(String to, int size) {}

    private Claim pop() {
        return queue.pop().orElseThrow();
    }

    @Test
    void a_job_is_claimed_once_and_completed() {
        long id = queue.push(new Mail("ada", 3));

        Claim claim = pop();
        assertThat(claim.id()).isEqualTo(id);
        assertThat(claim.payload(Mail.class)).isEqualTo(new Mail("ada", 3));
        assertThat(claim.payload()).isEqualTo(Map.of("to", "ada", "size", 3));
        assertThat(queue.pop()).isEmpty();

        assertThat(queue.complete(claim)).isTrue();
        assertThat(queue.complete(claim)).isFalse();
        assertThat(queue.counts()).containsEntry(JobState.COMPLETE, 1L).containsEntry(JobState.READY, 0L);
    }

    @Test
    void the_highest_priority_goes_first_and_equals_in_order() {
        queue.push("a");
        queue.push(NewJob.of("urgent").withPriority(5));
        queue.push("b");
        queue.push(NewJob.of("some day").withPriority(-1));

        assertThat(queue.peek(2)).extracting(Job::payload).containsExactly("urgent", "a");
        assertThat(queue.claim(10)).extracting(Claim::payload).containsExactly("urgent", "a", "b", "some day");
    }

    @Test
    void a_delayed_job_waits_for_its_time() {
        queue.push(NewJob.of("later").withDelay(Duration.ofMinutes(5)));

        assertThat(queue.pop()).isEmpty();
        clock.advance(Duration.ofMinutes(5));
        assertThat(pop().payload()).isEqualTo("later");
    }

    @Test
    void a_key_is_there_once_until_its_job_ends() {
        long first = queue.push(NewJob.of("a").withKey("k"));

        assertThat(queue.push(NewJob.of("b").withKey("k"))).isEqualTo(first);
        assertThat(queue.pushAll(List.of(NewJob.of("c").withKey("k"), NewJob.of("d"))))
                .isEqualTo(1);
        assertThat(PersistentQueue.on(db, "other", options).push(NewJob.of("e").withKey("k")))
                .isNotEqualTo(first);

        assertThat(queue.complete(pop())).isTrue();
        assertThat(queue.push(NewJob.of("f").withKey("k"))).isNotEqualTo(first);
    }

    @Test
    void a_lease_that_ran_out_gives_the_job_to_another_and_the_first_cannot_end_it() {
        queue.push("a");
        Claim stalled = pop();
        clock.advance(options.lease());
        Claim live = pop();

        assertThat(live.id()).isEqualTo(stalled.id());
        assertThat(live.number()).isGreaterThan(stalled.number());
        assertThat(queue.complete(stalled)).isFalse();
        assertThat(queue.fail(stalled, "late")).isFalse();
        assertThat(queue.heartbeat(stalled)).isFalse();
        assertThat(queue.snooze(stalled, Duration.ZERO)).isFalse();
        assertThat(queue.complete(live)).isTrue();
    }

    @Test
    void a_heartbeat_keeps_the_lease() {
        queue.push("a");
        Claim claim = pop();
        for (int i = 0; i < 5; i++) {
            clock.advance(options.lease().dividedBy(2));
            assertThat(queue.heartbeat(claim)).isTrue();
        }

        assertThat(queue.pop()).isEmpty();
        assertThat(queue.complete(claim)).isTrue();
    }

    @Test
    void a_clock_that_is_set_back_does_not_keep_a_job_away() {
        queue.push("a");
        Claim before = pop();
        clock.advance(Duration.ofDays(-1));

        Claim after = pop();
        assertThat(queue.complete(before)).isFalse();
        assertThat(queue.complete(after)).isTrue();
    }

    @Test
    void a_failed_job_is_tried_again_and_dead_after_the_last_attempt() {
        long id = queue.push("a");
        for (int attempt = 1; attempt < 3; attempt++) {
            assertThat(queue.fail(pop(), "attempt " + attempt)).isTrue();
            assertThat(queue.pop()).isEmpty();
            clock.advance(Duration.ofSeconds(4));
        }
        Claim last = pop();
        assertThat(last.attempt()).isEqualTo(3);
        assertThat(queue.fail(last, "no more")).isTrue();

        assertThat(queue.pop()).isEmpty();
        assertThat(queue.dead(10)).singleElement().satisfies(job -> {
            assertThat(job.id()).isEqualTo(id);
            assertThat(job.error()).isEqualTo("no more");
        });
        assertThat(queue.requeue(id)).isTrue();
        assertThat(queue.requeue(id)).isFalse();
        assertThat(pop().attempt()).isEqualTo(1);
    }

    @Test
    void a_job_that_kills_its_workers_ends_dead() {
        queue.push("poison");
        for (int attempt = 1; attempt <= 3; attempt++) {
            pop();
            clock.advance(options.lease());
        }

        assertThat(queue.pop()).isEmpty();
        assertThat(queue.dead(10))
                .singleElement()
                .extracting(Job::error)
                .isEqualTo("the lease ran out: the worker died or stalled");
    }

    @Test
    void a_snoozed_attempt_is_not_counted_and_a_discarded_job_is_dead_at_once() {
        queue.push("a");
        assertThat(queue.snooze(pop(), Duration.ofSeconds(10))).isTrue();
        assertThat(queue.pop()).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        Claim again = pop();
        assertThat(again.attempt()).isEqualTo(1);

        assertThat(queue.discard(again, "refused")).isTrue();
        assertThat(queue.counts()).containsEntry(JobState.DEAD, 1L);
    }

    @Test
    void a_paused_queue_gives_nothing_until_it_is_resumed() {
        queue.push("a");
        queue.pause();
        assertThat(queue.pop()).isEmpty();
        assertThat(queue.peek(1)).hasSize(1);

        queue.resume();
        assertThat(queue.pop()).isPresent();
    }

    @Test
    void a_push_and_a_completion_belong_to_the_callers_transaction() {
        db.apply(Schema.of(Map.of("sent", "name TEXT")));
        assertThatThrownBy(() -> db.useTransaction(tx -> {
                    queue.in(tx).push("a");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(queue.peek(1)).isEmpty();

        db.useTransaction(tx -> queue.in(tx).push("b"));
        Claim claim = pop();
        db.useTransaction(tx -> {
            tx.insert("sent", Map.of("name", "b"));
            assertThat(queue.in(tx).complete(claim)).isTrue();
        });
        assertThat(queue.counts()).containsEntry(JobState.COMPLETE, 1L);
    }

    @Test
    void ended_jobs_are_purged_by_age_and_numbers_are_not_given_again() {
        long first = queue.push("a");
        queue.complete(pop());
        clock.advance(Duration.ofDays(1));
        queue.push("b");
        queue.complete(pop());
        long dead = queue.push("c");
        queue.discard(pop(), "no");

        assertThat(queue.purge(JobState.COMPLETE, Duration.ofDays(1))).isEqualTo(1);
        assertThat(queue.purge(JobState.COMPLETE, Duration.ZERO)).isEqualTo(1);
        assertThat(queue.purge(JobState.DEAD, Duration.ZERO)).isEqualTo(1);
        assertThat(queue.push("d")).isGreaterThan(dead).isGreaterThan(first);
        assertThatThrownBy(() -> queue.purge(JobState.READY, Duration.ZERO))
                .hasMessage("only jobs that are COMPLETE or DEAD can be purged, not READY");
    }

    @Test
    void many_workers_complete_every_job_once() throws Exception {
        int jobs = 1_000;
        queue.pushAll(IntStream.range(0, jobs).mapToObj(NewJob::of).toList());
        Set<Object> done = ConcurrentHashMap.newKeySet();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            workers.add(pool.submit(() -> {
                List<Claim> claims = queue.claim(7);
                while (!claims.isEmpty()) {
                    claims.forEach(
                            claim -> assertThat(done.add(claim.payload())).isTrue());
                    assertThat(queue.completeAll(claims)).isEqualTo(claims.size());
                    claims = queue.claim(7);
                }
            }));
        }
        for (Future<?> worker : workers) {
            worker.get(2, TimeUnit.MINUTES);
        }
        pool.shutdown();

        assertThat(done).hasSize(jobs);
        assertThat(queue.counts()).containsEntry(JobState.COMPLETE, (long) jobs);
    }

    @Test
    void many_jobs_at_once_are_counted_without_those_that_were_there_or_lost() {
        List<NewJob> jobs = IntStream.range(0, 130)
                .mapToObj(i -> NewJob.of(i).withKey("k" + i % 120))
                .toList();
        assertThat(queue.pushAll(jobs)).isEqualTo(120);
        assertThat(queue.pushAll(jobs)).isZero();
        assertThat(queue.pushAll(List.of())).isZero();

        List<Claim> claims = queue.claim(1_000);
        assertThat(claims)
                .extracting(Claim::payload)
                .isEqualTo(IntStream.range(0, 120).boxed().toList());
        clock.advance(options.lease());
        assertThat(queue.claim(7)).hasSize(7);
        assertThat(queue.completeAll(claims)).isZero();
        assertThat(queue.completeAll(List.of())).isZero();
        assertThat(queue.counts()).containsEntry(JobState.CLAIMED, 7L).containsEntry(JobState.READY, 113L);
    }

    @Test
    void jobs_are_there_after_the_database_was_closed() {
        queue.push("a");
        db.close();

        db = Database.open(url);
        queue = PersistentQueue.on(db, "mails", options);
        assertThat(pop().payload()).isEqualTo("a");
    }
}
