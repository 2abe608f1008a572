package dev.aide.client;

/**
 * Looks at each attempt before it is sent, and may change its headers. One that throws fails the call with
 * {@link FailureKind#HOOK}.
 *
 * <p>Implementations are safe for use by any thread.
 */
@FunctionalInterface
public interface RequestHook {

    /**
     * Called before each attempt, without the credentials of the client's Auth.
     *
     * @param request what is about to be sent
     * @return what to send: the same, or a changed copy
     * @throws Exception to fail the call
     */
    OutgoingRequest apply(OutgoingRequest request) throws Exception;
}
