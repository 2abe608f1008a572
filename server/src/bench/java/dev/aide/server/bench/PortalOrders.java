package dev.aide.server.bench;

import dev.aide.server.Portal;
import dev.aide.server.gate.Gate;
import java.io.IOException;

/** The same on the portal. */
final class PortalOrders {

    private PortalOrders() {}

    static void start(int port) throws IOException {
        Portal.builder()
                .host("127.0.0.1")
                .port(port)
                .tokens(Access.tokens())
                .post("/orders")
                .gate(Gate.bearer().scopes(Access.SCOPE).limit(Access.LIMIT))
                .handle(Order.class, (order, request) -> Receipt.of(request.caller().id(), order))
                .build()
                .start();
    }
}
