package dev.aide.server.agent;

import java.util.List;
import java.util.Map;

/**
 * What aide has to say. Immutable.
 *
 * @param version its version
 * @param scope which classes it holds, in words
 * @param modes its modes, by key
 * @param violations how many there were
 * @param kinds how many findings there are
 * @param findings those that happened most often
 */
public record AgentState(
        String version,
        String scope,
        Map<String, String> modes,
        long violations,
        int kinds,
        List<FindingState> findings) {

    /** Copies what it is given. */
    public AgentState {
        modes = Map.copyOf(modes);
        findings = List.copyOf(findings);
    }
}
