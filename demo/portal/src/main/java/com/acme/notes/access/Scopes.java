package com.acme.notes.access;

/** What a log-in or a key allows, and what somebody is. */
public final class Scopes {
    /** To change the account: picture, keys, sessions. */
    public static final String ACCOUNT = "account";

    /** To read notes. */
    public static final String READ = "notes:read";

    /** To write and delete notes. */
    public static final String WRITE = "notes:write";

    /** The role of whoever runs the place. */
    public static final String ADMIN_ROLE = "admin";

    private Scopes() {}
}
