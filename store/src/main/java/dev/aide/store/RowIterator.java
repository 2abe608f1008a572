package dev.aide.store;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** Rows of a chunked result, one by one. For one thread at a time. */
final class RowIterator implements Iterator<Row>, AutoCloseable {
    private final Supplier<List<Row>> chunks;
    private final Runnable close;
    private Iterator<Row> chunk = List.<Row>of().iterator();
    private boolean ended;

    RowIterator(Supplier<List<Row>> chunks, Runnable close) {
        this.chunks = chunks;
        this.close = close;
    }

    @Override
    public boolean hasNext() {
        if (!chunk.hasNext() && !ended) {
            List<Row> next = chunks.get();
            ended = next.isEmpty();
            chunk = next.iterator();
        }
        return chunk.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return chunk.next();
    }

    @Override
    public void close() {
        close.run();
    }
}
