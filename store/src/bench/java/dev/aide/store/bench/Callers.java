package dev.aide.store.bench;

import java.util.ArrayList;
import java.util.List;

/** Threads that each do the same thing so many times. */
final class Callers {

    private Callers() {}

    static void run(int callers, int each, Call call) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int c = 0; c < callers; c++) {
            Thread thread = new Thread(() -> {
                try {
                    for (int i = 0; i < each; i++) {
                        call.call(i);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** One call. */
    interface Call {
        void call(int number) throws InterruptedException;
    }
}
