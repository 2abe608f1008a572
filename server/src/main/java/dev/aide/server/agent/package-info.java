/** What the portal knows of {@code aide.jar}, where it runs in the same JVM: by name only, since nothing here needs it. */
package dev.aide.server.agent;
