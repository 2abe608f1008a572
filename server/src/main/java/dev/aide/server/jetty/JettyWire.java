package dev.aide.server.jetty;

import dev.aide.server.socket.engine.CloseCode;
import dev.aide.server.socket.engine.Wire;
import dev.aide.server.socket.engine.WireListener;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;

/**
 * One WebSocket of Jetty's: puts frames together, and asks for the next one when the last message was taken.
 *
 * <p>Safe for use by many threads; frames come one by one.
 */
final class JettyWire implements Wire, FrameHandler {
    /** How long a client may take to answer a close. */
    private static final int CLOSE_SECONDS = 5;

    private final Function<Wire, WireListener> door;
    private final int mostBytes;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private boolean isText;
    private boolean isRefused;
    private volatile CoreSession session;
    private volatile WireListener listener;

    JettyWire(Function<Wire, WireListener> door, int mostBytes) {
        this.door = door;
        this.mostBytes = mostBytes;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        listener = door.apply(this);
        // also if it broke while the listener was made
        var unused = gone.thenRun(listener::closed);
        callback.succeeded();
        opened.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        switch (frame.getOpCode()) {
            case OpCode.TEXT, OpCode.BINARY, OpCode.CONTINUATION -> {
                append(frame);
                callback.succeeded();
            }
            case OpCode.PING -> {
                ByteBuffer payload = BufferUtil.copy(frame.getPayload());
                callback.succeeded();
                // not before the answer is out, or a client that takes none could pile them up
                Callback answered = Callback.from(session::demand, failure -> {});
                session.sendFrame(new Frame(OpCode.PONG, true, payload), answered, false);
            }
            case OpCode.PONG -> {
                callback.succeeded();
                listener.pong();
                session.demand();
            }
            default -> callback.succeeded();
        }
    }

    private void append(Frame frame) {
        if (isRefused) {
            session.demand();
            return;
        }
        if (frame.getOpCode() != OpCode.CONTINUATION) {
            isText = frame.getOpCode() == OpCode.TEXT;
            message.reset();
        }
        if (message.size() + frame.getPayloadLength() > mostBytes) {
            refuse(CloseCode.TOO_LARGE, "a message has at most " + mostBytes + " bytes");
            return;
        }
        if (frame.hasPayload()) {
            message.writeBytes(BufferUtil.toArray(frame.getPayload()));
        }
        if (frame.isFin()) {
            deliver(message.toByteArray());
        } else {
            session.demand();
        }
    }

    private void deliver(byte[] bytes) {
        CompletionStage<Void> taken;
        try {
            taken = isText ? listener.text(text(bytes)) : listener.binary(bytes);
        } catch (CharacterCodingException e) {
            refuse(CloseCode.INVALID, "a text message is not UTF-8");
            return;
        }
        taken.whenComplete((done, error) -> session.demand());
    }

    /** Closes, and reads on only for the client's answer to that. */
    private void refuse(int code, String reason) {
        isRefused = true;
        close(code, reason);
        session.demand();
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        // the client went away, or broke the rules of WebSocket: Jetty closes, and says so by onClosed
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        gone.complete(null);
        callback.succeeded();
    }

    @Override
    public CompletableFuture<Void> send(dev.aide.server.socket.engine.Frame frame) {
        Callback.Completable sent = new Callback.Completable();
        byte opCode = frame.isText() ? OpCode.TEXT : OpCode.BINARY;
        session.sendFrame(new Frame(opCode, true, ByteBuffer.wrap(frame.bytes())), sent, false);
        return sent;
    }

    @Override
    public void ping() {
        session.sendFrame(new Frame(OpCode.PING, true, BufferUtil.EMPTY_BUFFER), Callback.NOOP, false);
    }

    @Override
    public void close(int code, String reason) {
        session.close(code, reason, Callback.NOOP);
        var unused = gone.copy().orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS).exceptionallyAsync(noAnswer -> {
            session.abort();
            return null;
        });
    }
}
