package dev.aide.client;

import dev.aide.client.net.PrivateAddressException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import javax.net.ssl.SSLException;

/** Says what kind of failure an exception is, and says it in words. */
final class FailureClassifier {
    private final String host;

    FailureClassifier(String host) {
        this.host = host;
    }

    FailureKind kind(Throwable e, boolean connected) {
        if (e instanceof CallException call) {
            return call.kind();
        } else if (e instanceof PrivateAddressException) {
            return FailureKind.PRIVATE_ADDRESS;
        } else if (e instanceof UnknownHostException) {
            return e.getCause() instanceof InterruptedIOException interrupted
                    ? kind(interrupted, false)
                    : FailureKind.DNS;
        } else if (e instanceof SocketTimeoutException || isCallTimeout(e)) {
            return FailureKind.TIMEOUT;
        } else if (e instanceof InterruptedIOException) {
            return FailureKind.CANCELLED;
        } else if (e instanceof IOException) {
            if (connected) {
                return FailureKind.NETWORK;
            }
            return e instanceof SSLException ? FailureKind.TLS : FailureKind.CONNECT;
        }
        return FailureKind.UNEXPECTED;
    }

    String message(FailureKind kind, Throwable e, boolean connected) {
        String detail = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        return switch (kind) {
            case DNS -> "the name " + host + " can't be resolved: check it, and the name service of this machine";
            case CONNECT -> "no connection to " + host + ": " + detail;
            case TLS -> "no secure connection to " + host + ": " + detail;
            case TIMEOUT ->
                connected
                        ? "no answer from " + host + " in time: " + detail
                        : "no connection to " + host + " in time: " + detail;
            case NETWORK -> "the connection to " + host + " broke: " + detail;
            case PRIVATE_ADDRESS -> host + " is not connected to: " + detail;
            case CANCELLED -> "cancelled: " + detail;
            case UNEXPECTED -> defect(e instanceof CallException ? e.getCause() : e);
            default -> detail;
        };
    }

    static String defect(Throwable e) {
        return "a defect in the HTTP client, or in a class that it was given; please report it: " + e;
    }

    private static boolean isCallTimeout(Throwable e) {
        return e instanceof InterruptedIOException && "timeout".equals(e.getMessage());
    }
}
