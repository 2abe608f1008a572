package dev.aide.server.jetty;

import dev.aide.server.answer.Content;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Peer;
import dev.aide.server.serve.Dispatcher;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses by itself, such as a head that is no HTTP, like every other error. */
final class PlainErrors extends ErrorHandler {
    private final Dispatcher dispatcher;
    private final HeadReader heads;

    PlainErrors(Dispatcher dispatcher, HeadReader heads) {
        this.dispatcher = dispatcher;
        this.heads = heads;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        Peer peer = heads.peer(request);
        AnswerWriter.putCarefulHeaders(response.getHeaders(), peer);
        HttpFields.Mutable headers = response.getHeaders();
        HttpError error = HttpError.of(Math.max(code, 400), words(code));
        var answer = dispatcher.refusal(error, peer.requestId());
        answer.headers().forEach(headers::put);
        byte[] bytes = ((Content.Bytes) answer.content()).bytes();
        response.write(true, java.nio.ByteBuffer.wrap(bytes), callback);
    }

    private static String words(int code) {
        return switch (code) {
            case 414 -> "the address is too long";
            case 431 -> "the headers are too large";
            case 503 -> "the portal is stopping";
            case 500 -> "something went wrong here";
            default -> "this is no request that can be read";
        };
    }
}
