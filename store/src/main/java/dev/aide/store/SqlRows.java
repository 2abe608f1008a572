package dev.aide.store;

/** The rows of the user's own SQL. Immutable. */
final class SqlRows extends Rows {
    private final Select select;

    SqlRows(Access access, Select select) {
        super(access);
        this.select = select;
    }

    @Override
    Select select(Session session) {
        return select;
    }
}
