package dev.aide.client;

/**
 * Looks at each response, once a call. One that throws turns it into a {@link FailureKind#HOOK} failure.
 *
 * <p>Implementations are safe for use by any thread.
 */
@FunctionalInterface
public interface ResponseHook {

    /**
     * Called when a call has come to its end, before its callbacks.
     *
     * @param response the response
     * @throws Exception to fail the call
     */
    void received(Response<?> response) throws Exception;
}
