package com.acme.notes.access;

/** What a log-in or a key allows. */
public final class Scopes {
    /** To change the account: picture, keys, sessions. */
    public static final String ACCOUNT = "account";

    /** To read notes. */
    public static final String READ = "notes:read";

    /** To write and delete notes. */
    public static final String WRITE = "notes:write";

    private Scopes() {}
}
