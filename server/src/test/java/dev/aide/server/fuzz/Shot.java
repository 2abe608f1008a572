package dev.aide.server.fuzz;

import java.util.Optional;

/**
 * What is sent on one connection, and what must come back. Immutable, if nobody writes into the bytes.
 *
 * @param aim what it is aimed at, for people
 * @param expected what must come back
 * @param mayBeThrottled whether 429 is right too
 * @param bytes what is sent
 * @param draft the request that it is; empty if it is none
 */
@SuppressWarnings("ArrayRecordComponent")
record Shot(String aim, Expected expected, boolean mayBeThrottled, byte[] bytes, Optional<RequestDraft> draft) {

    /** What must come back. */
    enum Expected {
        /** One answer, from 200 to 299. */
        SUCCESS,
        /** One answer, from 400 to 499. */
        REFUSAL,
        /** One answer: 401, or 400 where it is not even a credential. */
        STRANGER,
        /** One answer: 403. */
        FORBIDDEN,
        /** One answer, below 500. */
        ANSWER,
        /** Answers below 500, or none. */
        ANYTHING
    }
}
