package dev.aide.server.socket;

import dev.aide.server.socket.Receipt.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/** The receipts that this process waits for. Safe for use by many threads. */
final class Receipts {
    private static final int MOST = 100_000;

    private final Map<Key, Receipt> pending = new LinkedHashMap<>();

    /** One more; if there are too many, the oldest is given up. */
    Receipt expect(String id, String user) {
        Receipt receipt = new Receipt(id, user);
        Receipt oldest = null;
        synchronized (this) {
            pending.put(new Key(id, user), receipt);
            if (pending.size() > MOST) {
                oldest = pending.remove(pending.keySet().iterator().next());
            }
        }
        if (oldest != null) {
            oldest.fail(new IllegalStateException(
                    "there are " + MOST + " later messages to wait for; what becomes of this one is not known here"));
        }
        return receipt;
    }

    /** Settles one; whether it is waited for here. */
    boolean settle(String id, String user, Outcome outcome) {
        Receipt receipt = remove(id, user);
        if (receipt != null) {
            receipt.settle(outcome);
        }
        return receipt != null;
    }

    void fail(Receipt receipt, Throwable reason) {
        remove(receipt.id(), receipt.user());
        receipt.fail(reason);
    }

    private synchronized Receipt remove(String id, String user) {
        return pending.remove(new Key(id, user));
    }

    private record Key(String id, String user) {}
}
