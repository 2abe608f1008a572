package dev.aide.client;

import java.util.OptionalLong;

/**
 * How far an upload or a download has come.
 *
 * <p>Immutable and safe for use by any thread.
 *
 * @param bytes bytes so far, those of an earlier, resumed download included
 * @param total bytes in all, empty if nobody said
 */
public record Progress(long bytes, OptionalLong total) {}
