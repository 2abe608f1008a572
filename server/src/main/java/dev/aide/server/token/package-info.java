/**
 * Tokens, API keys, passwords and encryption: {@link dev.aide.server.token.Tokens},
 * {@link dev.aide.server.token.ApiKeys}, {@link dev.aide.server.token.Passwords},
 * {@link dev.aide.server.token.FernetKeys}. Each works without a portal too.
 */
package dev.aide.server.token;
