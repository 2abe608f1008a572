/**
 * JSON as it is sent and read; for the client.
 */
package dev.aide.client.json;
