package dev.aide.client;

import java.io.IOException;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.GzipSource;
import okio.Okio;
import okio.Source;

/** Opens the body of an answer: unzipped, capped, and with broken gzip told apart from a broken connection. */
final class ResponseBodies {
    private static final int EXCERPT = 64 * 1024;

    private ResponseBodies() {}

    static BufferedSource open(Response response, long cap) throws CallException {
        long declared = response.body().contentLength();
        if (declared > cap) {
            throw tooLarge(cap, "it says " + declared);
        }
        BufferedSource wire = response.body().source();
        boolean zipped = "gzip".equalsIgnoreCase(response.header("Content-Encoding")) && declared != 0;
        if (!zipped && declared >= 0) {
            // OkHttp reads no more than was declared
            return wire;
        }
        return Okio.buffer(new Capped(zipped ? new Unzipped(wire) : wire, cap));
    }

    /** The start of a body that is shown to people; as much of it as came. */
    static String excerpt(Response response, BufferedSource body) {
        try {
            body.request(EXCERPT);
        } catch (IOException e) {
            return text(response, body) + " [then it broke off: " + e.getMessage() + "]";
        }
        return text(response, body);
    }

    private static String text(Response response, BufferedSource body) {
        Buffer read = body.getBuffer();
        return read.snapshot((int) Math.min(read.size(), EXCERPT)).string(BodyHandlers.charset(response));
    }

    private static CallException tooLarge(long cap, String found) {
        return new CallException(
                FailureKind.TOO_LARGE,
                "the body is larger than the " + cap + " bytes allowed (" + found
                        + "): raise maxResponseBytes, or download to a file",
                null);
    }

    private static final class Capped extends ForwardingSource {
        private final long cap;
        private long left;

        Capped(Source delegate, long cap) {
            super(delegate);
            this.cap = cap;
            this.left = cap;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            // one byte more than allowed is asked for, to tell a full body from one that is too large
            long read = super.read(sink, Math.min(byteCount, left == Long.MAX_VALUE ? left : left + 1));
            if (read > left) {
                throw tooLarge(cap, "unzipped, as it was read");
            }
            left -= Math.max(read, 0);
            return read;
        }
    }

    private static final class Unzipped extends ForwardingSource {
        private final Wire wire;

        Unzipped(Source body) {
            this(new Wire(body));
        }

        private Unzipped(Wire wire) {
            super(new GzipSource(wire));
            this.wire = wire;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            try {
                return super.read(sink, byteCount);
            } catch (IOException e) {
                if (e.equals(wire.broken)) {
                    throw e;
                }
                throw new CallException(FailureKind.DECODE, "the body is not valid gzip: " + e.getMessage(), e);
            }
        }
    }

    private static final class Wire extends ForwardingSource {
        private IOException broken;

        Wire(Source delegate) {
            super(delegate);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            try {
                return super.read(sink, byteCount);
            } catch (IOException e) {
                broken = e;
                throw e;
            }
        }
    }
}
