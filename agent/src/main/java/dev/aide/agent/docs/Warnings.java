package dev.aide.agent.docs;

/** Takes what could not be read, one sentence each that names the file. Must be safe for use by any thread. */
public interface Warnings {
    void warn(String sentence);
}
