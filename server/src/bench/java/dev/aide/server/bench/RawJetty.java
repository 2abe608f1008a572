package dev.aide.server.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.bench.ByHand.Admitted;
import dev.aide.server.bench.ByHand.Refused;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** One handler of Jetty's core, with all written by hand and nothing that was not asked for. */
final class RawJetty extends Handler.Abstract {
    private final ObjectMapper mapper = new ObjectMapper();
    private final ByHand checks;

    private RawJetty(ByHand checks) {
        this.checks = checks;
    }

    static void start(int port, boolean remembersTokens) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new RawJetty(new ByHand(remembersTokens)));
        server.start();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!request.getMethod().equals("POST")
                || !Request.getPathInContext(request).equals("/orders")) {
            return false;
        }
        try (InputStream in = Content.Source.asInputStream(request)) {
            Admitted admitted = checks.admit(request.getHeaders().get(HttpHeader.AUTHORIZATION));
            byte[] receipt =
                    mapper.writeValueAsBytes(Receipt.of(admitted.user(), mapper.readValue(in, Order.class)));
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, receipt.length);
            response.getHeaders().put("RateLimit", admitted.rateLimit());
            response.write(true, ByteBuffer.wrap(receipt), callback);
        } catch (Refused e) {
            Response.writeError(request, response, callback, e.status());
        } catch (JsonProcessingException e) {
            Response.writeError(request, response, callback, 400);
        }
        return true;
    }
}
