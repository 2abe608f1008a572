/**
 * An HTTP client whose every call resolves to a value: start at {@link dev.aide.client.HttpClient}.
 */
package dev.aide.client;
