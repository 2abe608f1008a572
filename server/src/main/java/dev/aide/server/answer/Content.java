package dev.aide.server.answer;

import java.io.IOException;
import java.io.OutputStream;

/** What an answer carries. */
public sealed interface Content {

    /** Bytes in memory. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] bytes) implements Content {}

    /** Bytes that are made while they are sent, on a thread that may wait. */
    non-sealed interface Stream extends Content {

        /** Writes all of it, and frees what it came from. */
        void writeTo(OutputStream out) throws IOException;
    }
}
