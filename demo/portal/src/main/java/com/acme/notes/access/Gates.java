package com.acme.notes.access;

import dev.aide.server.PortalBuilder;
import dev.aide.server.gate.AuthType;
import dev.aide.server.gate.Gate;
import dev.aide.server.limit.RateLimit;
import java.time.Duration;

/** Who may call what. People log in and may do everything with what is theirs; programs have keys for notes alone. */
public final class Gates {
    /** Everybody, but not too often: sign-up and log-in. */
    public static final String VISITOR = "visitor";

    /** Somebody who is logged in. */
    public static final String ACCOUNT = "account";

    /** Somebody who is logged in, or a key that may read notes. */
    public static final String READ = "read";

    /** Somebody who is logged in, or a key that may write notes. */
    public static final String WRITE = "write";

    /** Everybody: the page itself. */
    public static final String OPEN = "open";

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Gates() {}

    /** Whoever runs the place, by name and password: for the pages of the portal itself. */
    public static Gate admin() {
        return Gate.basic().roles(Scopes.ADMIN_ROLE);
    }

    /** Tells the portal of them. */
    public static PortalBuilder addTo(PortalBuilder portal) {
        return portal.gate(OPEN, Gate.open())
                .gate(VISITOR, Gate.open().limit(RateLimit.perIp(30, MINUTE)))
                .gate(ACCOUNT, Gate.bearer().scopes(Scopes.ACCOUNT).limit(RateLimit.perUser(120, MINUTE)))
                .gate(
                        READ,
                        Gate.anyOf(AuthType.BEARER, AuthType.API_KEY)
                                .scopes(Scopes.READ)
                                .limit(RateLimit.perUser(300, MINUTE)))
                .gate(
                        WRITE,
                        Gate.anyOf(AuthType.BEARER, AuthType.API_KEY)
                                .scopes(Scopes.WRITE)
                                .limit(RateLimit.perUser(120, MINUTE)));
    }
}
