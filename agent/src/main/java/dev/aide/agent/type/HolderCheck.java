package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;

/** What an optional, an atomic reference or a completed future holds fits its type argument. */
final class HolderCheck extends ContentCheck {
    private static final MethodHandle CHECK =
            Handles.find(HolderCheck.class, "check", HolderCheck.class, MethodHandle.class);
    private static final int NO_SIZE = -1;

    private final Sample sample;

    HolderCheck(CheckContext context, Class<?> raw, JavaType declared, FixedArguments fixed) {
        super(context, raw, declared, fixed);
        this.sample = new Sample(context.depth());
    }

    @Override
    MethodHandle handle(MethodHandle content) {
        return MethodHandles.insertArguments(CHECK, 0, this, content);
    }

    static Mismatch check(HolderCheck check, MethodHandle content, Object value) {
        try {
            return value == null ? null : check.examine(content, value);
        } catch (Throwable e) {
            return check.failed(e);
        }
    }

    @Override
    Mismatch walk(MethodHandle content, Object value) throws Throwable {
        if (value instanceof AtomicReferenceArray) {
            return elements(content, (AtomicReferenceArray<?>) value);
        }
        Mismatch mismatch = (Mismatch) content.invokeExact(contentOf(value));
        return mismatch == null ? null : mismatch.at("{content}").heldBy(value, NO_SIZE);
    }

    private Mismatch elements(MethodHandle content, AtomicReferenceArray<?> array) throws Throwable {
        int size = array.length();
        int looks = sample.steps(size);
        for (int i = 0; i < looks; i++) {
            int index = size <= sample.all() ? i : sample.index(i, size);
            Mismatch mismatch = (Mismatch) content.invokeExact((Object) array.get(index));
            if (mismatch != null) {
                return mismatch.at(index, array, size);
            }
        }
        return null;
    }

    private static Object contentOf(Object value) throws Exception {
        if (value instanceof Optional) {
            return ((Optional<?>) value).orElse(null);
        }
        if (value instanceof AtomicReference) {
            return ((AtomicReference<?>) value).get();
        }
        if (value instanceof AtomicMarkableReference) {
            return ((AtomicMarkableReference<?>) value).getReference();
        }
        if (value instanceof AtomicStampedReference) {
            return ((AtomicStampedReference<?>) value).getReference();
        }
        if (value instanceof CompletableFuture) {
            CompletableFuture<?> future = (CompletableFuture<?>) value;
            return future.isDone() && !future.isCompletedExceptionally() ? future.getNow(null) : null;
        }
        if (value instanceof FutureTask) {
            Future<?> future = (Future<?>) value;
            return future.isDone() && !future.isCancelled() ? ofFinished(future) : null;
        }
        return null;
    }

    private static Object ofFinished(Future<?> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            // it failed, so it holds nothing
            return null;
        }
    }
}
