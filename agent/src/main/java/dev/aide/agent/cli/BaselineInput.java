package dev.aide.agent.cli;

import dev.aide.agent.baseline.BaselineEntry;
import dev.aide.agent.baseline.BaselineFile;
import dev.aide.agent.baseline.BaselineText;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The baselines that a command is given. */
final class BaselineInput {
    private BaselineInput() {}

    /**
     * Reads a baseline.
     *
     * @throws BrokenInput if it is not there, or a line of it is no entry
     */
    static BaselineText read(String path) throws BrokenInput {
        BaselineFile file = new BaselineFile(path);
        if (!file.isThere()) {
            throw new BrokenInput(path + " is not there");
        }
        try {
            return file.read();
        } catch (IOException e) {
            throw new BrokenInput(path + " cannot be read: " + e, e);
        } catch (IllegalArgumentException e) {
            throw new BrokenInput(path + ", " + e.getMessage(), e);
        }
    }

    /** Returns the entries of several baselines, sorted; throws as {@link #read} does. */
    static Set<BaselineEntry> entries(List<String> paths) throws BrokenInput {
        Set<BaselineEntry> entries = new TreeSet<>();
        for (String path : paths) {
            entries.addAll(read(path).entries());
        }
        return entries;
    }
}
