package dev.aide.client;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import okio.Sink;

/** The body of a request: whether it can be sent twice, and how far it has been. */
final class Payload extends RequestBody {
    private final RequestBody body;
    private final boolean repeatable;
    private final Consumer<Progress> progress;

    private Payload(RequestBody body, boolean repeatable, Consumer<Progress> progress) {
        this.body = body;
        this.repeatable = repeatable;
        this.progress = progress;
    }

    static Payload repeatable(RequestBody body) {
        return new Payload(body, true, ignored -> {});
    }

    static Payload once(RequestBody body) {
        return new Payload(body, false, ignored -> {});
    }

    Payload reporting(Consumer<Progress> listener) {
        return new Payload(body, repeatable, listener);
    }

    boolean isRepeatable() {
        return repeatable;
    }

    // never again by OkHttp itself: whether it is sent again is decided, and logged, above
    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
        return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        long length = contentLength();
        OptionalLong total = length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
        BufferedSink counted = Okio.buffer(new CountingSink(sink, total));
        body.writeTo(counted);
        counted.flush();
    }

    private final class CountingSink extends ForwardingSink {
        private final OptionalLong total;
        private long sent;

        CountingSink(Sink delegate, OptionalLong total) {
            super(delegate);
            this.total = total;
        }

        @Override
        public void write(Buffer source, long byteCount) throws IOException {
            super.write(source, byteCount);
            sent += byteCount;
            progress.accept(new Progress(sent, total));
        }
    }
}
