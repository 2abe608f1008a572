package dev.aide.server.socket;

import dev.aide.server.socket.Receipt.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The receipts that this process waits for. What a program does when it hears of one it does on threads of their own: it holds
 * up neither who brings the news, such as the one thread that writes to the database, nor handlers that wait for it.
 *
 * <p>Safe for use by many threads.
 */
final class Receipts {
    private static final int MOST = 100_000;
    private static final int MOST_THREADS = 4;
    private static final long IDLE_SECONDS = 10;
    private static final long STOP_SECONDS = 5;

    private final Map<Key, Receipt> pending = new LinkedHashMap<>();
    private final ThreadPoolExecutor executor = executor();

    private static ThreadPoolExecutor executor() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                MOST_THREADS, MOST_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "portal-receipts");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** One more; if there are too many, the oldest is given up. */
    Receipt expect(String id, String user) {
        Receipt receipt = new Receipt(id, user);
        Receipt oldest = null;
        synchronized (this) {
            pending.put(new Key(id, user), receipt);
            if (pending.size() > MOST) {
                oldest = pending.remove(pending.keySet().iterator().next());
            }
        }
        if (oldest != null) {
            fail(
                    oldest,
                    new IllegalStateException("there are " + MOST
                            + " later messages to wait for; what becomes of this one is not known here"));
        }
        return receipt;
    }

    /** Settles one; whether it is waited for here. */
    boolean settle(String id, String user, Outcome outcome) {
        Receipt receipt = remove(id, user);
        if (receipt != null) {
            complete(() -> receipt.settle(outcome));
        }
        return receipt != null;
    }

    /** Its message is kept. */
    void accept(Receipt receipt) {
        complete(receipt::accept);
    }

    /** Its message is not kept, or it is given up. */
    void fail(Receipt receipt, Throwable reason) {
        remove(receipt.id(), receipt.user());
        complete(() -> receipt.fail(reason));
    }

    private void complete(Runnable completion) {
        try {
            executor.execute(completion);
        } catch (RejectedExecutionException e) {
            // the portal has stopped
            completion.run();
        }
    }

    /** Has the program hear what there is to hear, within a limit. */
    void stop() throws InterruptedException {
        executor.shutdown();
        executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    private synchronized Receipt remove(String id, String user) {
        return pending.remove(new Key(id, user));
    }

    private record Key(String id, String user) {}
}
