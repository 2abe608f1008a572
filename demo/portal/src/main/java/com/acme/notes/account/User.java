package com.acme.notes.account;

import java.time.Instant;

/**
 * Somebody with an account. Immutable.
 *
 * @param id their number
 * @param name what they are called
 * @param email where their mails go
 * @param admin whether they run the place
 * @param joinedAt since when
 */
public record User(long id, String name, String email, boolean admin, Instant joinedAt) {}
