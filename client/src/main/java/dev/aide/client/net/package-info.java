/**
 * Names, addresses and which of them may be connected to. Programs name {@link dev.aide.client.net.AddressResolver}; the
 * rest is for the client.
 */
package dev.aide.client.net;
