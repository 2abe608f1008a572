package com.acme.notes.webhook;

import com.acme.notes.access.Gates;
import com.acme.notes.access.Owner;
import dev.aide.server.Endpoint;
import dev.aide.server.http.Caller;
import java.util.List;

/** Deliveries over HTTP. */
public final class DeliveryEndpoints {
    private final Deliveries deliveries;

    /** Serves these deliveries. */
    public DeliveryEndpoints(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Endpoint(value = "/api/me/deliveries", gate = Gates.ACCOUNT, summary = "Lists what was sent to the webhook")
    List<Delivery> latest(Caller caller) {
        return deliveries.latest(Owner.of(caller));
    }
}
