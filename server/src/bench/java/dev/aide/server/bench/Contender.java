package dev.aide.server.bench;

import java.io.IOException;

/** A server that takes part, in a process of its own. */
public enum Contender {
    RAW_JETTY("raw Jetty handler") {
        @Override
        void start(int port) throws Exception {
            RawJetty.start(port, false);
        }
    },
    RAW_JETTY_REMEMBERING("the same, remembering verified tokens") {
        @Override
        void start(int port) throws Exception {
            RawJetty.start(port, true);
        }
    },
    PORTAL("portal") {
        @Override
        void start(int port) throws IOException {
            PortalOrders.start(port);
        }
    },
    JAVALIN("Javalin") {
        @Override
        void start(int port) {
            JavalinOrders.start(port);
        }
    };

    private final String words;

    Contender(String words) {
        this.words = words;
    }

    /** Serves orders on this port of 127.0.0.1 from then on. */
    abstract void start(int port) throws Exception;

    String words() {
        return words;
    }

    /** Starts the contender of that name on that port. */
    public static void main(String[] arguments) throws Exception {
        valueOf(arguments[0]).start(Integer.parseInt(arguments[1]));
        System.out.println("ready");
    }
}
