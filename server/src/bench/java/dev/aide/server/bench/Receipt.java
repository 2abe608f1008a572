package dev.aide.server.bench;

/** What comes back. */
record Receipt(String user, String article, double total) {

    static Receipt of(String user, Order order) {
        return new Receipt(user, order.article(), order.quantity() * order.price());
    }
}
