package dev.aide.client;

import java.net.InetAddress;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.ByteString;

final class MockTestServer extends TestServer {
    private final MockWebServer server = new MockWebServer();

    MockTestServer(Responder responder) throws Exception {
        super(responder);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return MockTestServer.this.dispatch(request);
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    private MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        ByteString body = request.getBody() == null ? ByteString.EMPTY : request.getBody();
        try {
            Reply reply = answer(new Seen(
                    request.getMethod(),
                    request.getTarget(),
                    HeaderFields.toHttpHeaders(request.getHeaders()),
                    body.toByteArray()));
            MockResponse.Builder response = new MockResponse.Builder().code(reply.status());
            if (reply.status() != 204 && reply.status() != 304) {
                response.body(new Buffer().write(reply.body()));
            }
            reply.headers().forEach(response::setHeader);
            return response.build();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.close();
    }
}
