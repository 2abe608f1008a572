/**
 * How a request says who sends it: bearer tokens, API keys, basic.
 */
package dev.aide.client.auth;
