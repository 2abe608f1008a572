package dev.aide.client;

/** The servers that every branch is tried on. */
enum ServerKind {
    MOCK_WEB_SERVER,
    JETTY;

    TestServer start(Responder responder) throws Exception {
        return this == JETTY ? new JettyTestServer(responder) : new MockTestServer(responder);
    }
}
