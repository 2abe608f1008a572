package dev.aide.store;

import java.sql.SQLException;

/** Where connections come from and go back to. Implementations are safe for use by many threads. */
interface LinkSource {

    Link borrow() throws SQLException;

    /** Takes the connection back; a tainted one is closed and not lent again. */
    void giveBack(Link link) throws SQLException;

    /** What holds a lock that this process waited for in vain, in words. */
    String lockHolder();

    /** Called now and then while nobody writes. */
    void whileIdle() throws SQLException;

    void close() throws SQLException;
}
