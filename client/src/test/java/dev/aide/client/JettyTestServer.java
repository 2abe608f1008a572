package dev.aide.client;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

final class JettyTestServer extends TestServer {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, 1, 1);

    JettyTestServer(Responder responder) throws Exception {
        super(responder);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setStopTimeout(0);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                Reply reply = answer(seen(request));
                response.setStatus(reply.status());
                reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
                response.write(true, reply.body().asByteBuffer(), callback);
                return true;
            }
        });
        server.start();
    }

    private static Seen seen(Request request) throws Exception {
        Map<String, List<String>> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.computeIfAbsent(field.getName(), name -> new ArrayList<>()).add(field.getValue());
        }
        byte[] body = Content.Source.asInputStream(request).readAllBytes();
        return new Seen(
                request.getMethod(),
                request.getHttpURI().getPathQuery(),
                HttpHeaders.of(headers, (name, value) -> true),
                body);
    }

    @Override
    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
