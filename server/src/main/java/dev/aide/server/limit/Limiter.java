package dev.aide.server.limit;

/**
 * Applies a rate limit to each key by itself.
 *
 * <p>Safe for use by many threads: what is granted is never more than the limit.
 */
public interface Limiter {

    /**
     * Counts a request of this key, unless its limit is reached.
     *
     * @throws dev.aide.server.http.HttpError 503 if it can't be counted now
     */
    Allowance take(String key);

    /**
     * Forgets a request that was counted for this key. Where it can't be done, the request stays counted.
     *
     * @param granted what {@link #take} said to it
     */
    void giveBack(String key, Allowance granted);
}
