package dev.aide.client;

import dev.aide.client.auth.Auth;
import okhttp3.Request;

/**
 * What an attempt's request brings along through OkHttp. One tag, since each costs every call. Immutable.
 *
 * @param preparation what is done to the request first
 * @param auth whose credentials go with it, null for none
 * @param limits how long it may take
 */
record Luggage(Preparation preparation, Auth auth, TimeLimits limits) {

    static Luggage of(Request request) {
        return request.tag(Luggage.class);
    }

    Luggage withoutAuth() {
        return new Luggage(preparation, null, limits);
    }
}
