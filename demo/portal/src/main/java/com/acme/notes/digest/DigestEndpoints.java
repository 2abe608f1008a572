package com.acme.notes.digest;

import com.acme.notes.access.Gates;
import com.acme.notes.access.Owner;
import dev.aide.server.Endpoint;
import dev.aide.server.http.Caller;
import dev.aide.server.http.Method;

/** The digest over HTTP, for those who can't wait for the night. */
public final class DigestEndpoints {
    private final Digest digest;

    /** Sends this digest. */
    public DigestEndpoints(Digest digest) {
        this.digest = digest;
    }

    @Endpoint(
            value = "/api/me/digest",
            method = Method.POST,
            gate = Gates.ACCOUNT,
            summary = "Mails today's notes now, not at night")
    void send(Caller caller) {
        digest.sendTo(Owner.of(caller));
    }
}
