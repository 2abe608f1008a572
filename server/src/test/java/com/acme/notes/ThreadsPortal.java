package com.acme.notes;

import dev.aide.server.Portal;
import dev.aide.server.gate.Gate;
import dev.aide.server.http.Request;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A portal in a JVM of its own, which tells on which threads its handlers run. Ends with its standard input. */
public final class ThreadsPortal {
    private static final long STAY_MILLIS = 200;

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CyclicBarrier meeting;

    private ThreadsPortal(int meeting) {
        this.meeting = new CyclicBarrier(meeting);
    }

    /**
     * Starts it.
     *
     * @param args how many handlers may run at once, and how many of {@code /meet} wait for each other
     */
    public static void main(String[] args) throws IOException {
        ThreadsPortal threads = new ThreadsPortal(Integer.parseInt(args[1]));
        Portal portal = Portal.builder()
                .port(0)
                .maxThreads(Integer.parseInt(args[0]))
                .get("/thread")
                .gate(Gate.open())
                .handle(request -> Map.of(
                        "name", Thread.currentThread().getName(), "isVirtual", isVirtual(Thread.currentThread())))
                .get("/meet")
                .gate(Gate.open())
                .handle(threads::meet)
                .get("/most")
                .gate(Gate.open())
                .handle(request -> threads.most.get())
                .build()
                .start();
        System.out.println("listening on " + portal.url());
        while (System.in.read() >= 0) {
            // its end is what counts
        }
        portal.stop();
    }

    private Object meet(Request request) throws Exception {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            meeting.await(2, TimeUnit.MINUTES);
            Thread.sleep(STAY_MILLIS);
            return "met";
        } finally {
            running.decrementAndGet();
        }
    }

    /** Asked by reflection, for the JDK that this is compiled for does not know virtual threads. */
    private static boolean isVirtual(Thread thread) throws ReflectiveOperationException {
        return Runtime.version().feature() >= 21
                && (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
    }
}
