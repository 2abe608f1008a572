package dev.aide.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs calls into native code: on the caller's thread, unless that is a virtual one, which native code would pin to its
 * carrier; those calls hop to platform threads. Safe for use by many threads.
 */
final class NativeCalls implements AutoCloseable {
    // Thread.isVirtual is of Java 21, and this is compiled for 17
    private static final MethodHandle IS_VIRTUAL = isVirtual();

    // at most one thread for each connection: a connection is used by one caller at a time
    private final ExecutorService platform;

    NativeCalls(String name) {
        platform = Executors.newCachedThreadPool(DaemonThreads.named(name));
    }

    private static MethodHandle isVirtual() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
        } catch (ReflectiveOperationException beforeJava21) {
            return MethodHandles.dropArguments(MethodHandles.constant(boolean.class, false), 0, Thread.class);
        }
    }

    <T> T call(Call<T> call) throws SQLException {
        return isOnVirtualThread() ? hop(call) : call.run();
    }

    private static boolean isOnVirtualThread() {
        try {
            return (boolean) IS_VIRTUAL.invokeExact(Thread.currentThread());
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T hop(Call<T> call) throws SQLException {
        Future<T> future = platform.submit(call::run);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    // the connection is in use until the call ends: wait for it, and pass the interrupt on
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        platform.shutdown();
    }

    /** A call into the driver. */
    interface Call<T> {
        T run() throws SQLException;
    }
}
