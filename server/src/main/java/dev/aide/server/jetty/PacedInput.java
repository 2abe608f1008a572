package dev.aide.server.jetty;

import dev.aide.server.http.HttpError;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * A body that may neither be too large nor come too slowly: after five seconds it must have come at 500 bytes a second.
 * For one thread.
 */
final class PacedInput extends FilterInputStream {
    private static final long GRACE_NANOS = 5_000_000_000L;
    private static final long NANOS_A_BYTE = 2_000_000L;

    private final long mostBytes;
    private final LongSupplier nanos;
    private final long begun;
    private long read;

    PacedInput(InputStream in, long mostBytes, LongSupplier nanos) {
        super(in);
        this.mostBytes = mostBytes;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            read += count;
        }
        if (read > mostBytes) {
            throw tooLarge(mostBytes);
        }
        if (nanos.getAsLong() - begun > GRACE_NANOS + read * NANOS_A_BYTE) {
            throw HttpError.of(408, "the body comes too slowly").header("Connection", "close");
        }
        return count;
    }

    /** Does nothing: to close a body that is not read to its end would break the connection before the answer. */
    @Override
    public void close() {}

    static HttpError tooLarge(long mostBytes) {
        return HttpError.of(413, "the body is larger than " + mostBytes + " bytes");
    }
}
