package dev.aide.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/** A body read from a file or stream as it is sent. What fails on this side is told apart from the network. */
final class StreamBody extends RequestBody {
    private static final MediaType BINARY = MediaType.get("application/octet-stream");

    private final Callable<InputStream> opener;
    private final MediaType type;
    private final Callable<Long> length;

    private StreamBody(Callable<InputStream> opener, MediaType type, Callable<Long> length) {
        this.opener = opener;
        this.type = type;
        this.length = length;
    }

    static StreamBody of(Callable<InputStream> opener) {
        return new StreamBody(opener, BINARY, () -> -1L);
    }

    static StreamBody of(Path file) {
        String guess = URLConnection.guessContentTypeFromName(String.valueOf(file.getFileName()));
        MediaType type = guess == null ? BINARY : MediaType.get(guess);
        return new StreamBody(() -> Files.newInputStream(file), type, () -> Files.size(file));
    }

    @Override
    public MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() throws IOException {
        return local(length);
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try (Source source = new LocalSource(Okio.source(local(opener)))) {
            sink.writeAll(source);
        }
    }

    private static <T> T local(Callable<T> read) throws CallException {
        try {
            return read.call();
        } catch (Exception e) {
            throw unreadable(e);
        }
    }

    private static CallException unreadable(Exception e) {
        return new CallException(FailureKind.FILE, "the body to send can't be read: " + e, e);
    }

    private static final class LocalSource extends ForwardingSource {
        LocalSource(Source delegate) {
            super(delegate);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            try {
                return super.read(sink, byteCount);
            } catch (IOException | RuntimeException e) {
                throw unreadable(e);
            }
        }
    }
}
