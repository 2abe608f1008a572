package dev.aide.agent.scan;

/** Hears how a scan goes. Must be safe for use by any thread, and quick. */
public interface ScanListener {
    /** Takes a sentence that names a file which cannot be read, or not as it should be. */
    void problem(String sentence);

    /** Takes how many classes were looked at, of how many. */
    void progress(int done, int all);
}
