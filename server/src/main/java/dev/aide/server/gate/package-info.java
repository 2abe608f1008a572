/** Who may call an endpoint, and how often: {@link dev.aide.server.gate.Gate}. */
package dev.aide.server.gate;
