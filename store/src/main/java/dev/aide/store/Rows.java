package dev.aide.store;

import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of a query, in the shape that the caller wants. Each call runs the query again. Immutable. */
public abstract sealed class Rows permits Fetch, SqlRows {
    private final Access access;

    Rows(Access access) {
        this.access = access;
    }

    abstract Select select(Session session);

    /** All rows. */
    public List<Row> list() {
        return access.withSession(session -> session.list(select(session)));
    }

    /**
     * All rows as objects of a class, by name; see {@link Row#as}.
     *
     * @throws IllegalArgumentException if a row does not fit
     */
    public <T> List<T> list(Class<T> type) {
        return map(row -> row.as(type));
    }

    /** All rows, each as the mapper makes it. */
    public <T> List<T> map(Function<Row, T> mapper) {
        return list().stream().map(mapper).toList();
    }

    /** The first row. */
    public Optional<Row> first() {
        return list().stream().findFirst();
    }

    /**
     * The first row as an object of a class.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    public <T> Optional<T> first(Class<T> type) {
        return first().map(row -> row.as(type));
    }

    /**
     * Hands a stream of rows to a function, for results that are too large for memory: some hundred rows are read at a
     * time, all from one state of the database. The stream ends with the function.
     */
    public <T> T stream(Function<Stream<Row>, T> function) {
        return access.withSession(session -> session.reading(() -> {
            try (RowIterator rows = session.iterate(select(session))) {
                return function.apply(
                        StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false));
            }
        }));
    }

    /** Hands each row to a consumer, reading as {@link #stream} does. */
    public void forEach(Consumer<Row> consumer) {
        stream(rows -> {
            rows.forEach(consumer);
            return null;
        });
    }
}
