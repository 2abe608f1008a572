package dev.aide.server.admin;

import dev.aide.server.agent.AgentState;
import dev.aide.server.socket.SocketsState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the page shows, at one time. Immutable.
 *
 * @param token what a request for a change must bring
 * @param started since when the portal is there
 * @param now the time of this
 * @param java the version of the JVM
 * @param heapBytes how much of its heap is in use
 * @param mostHeapBytes how large its heap may become
 * @param inFlight how many requests are being answered, beside the one for this
 * @param checks what the checks of readiness say
 * @param bounds the bounds of the counts by time, in seconds
 * @param endpoints the endpoints
 * @param unmatched how many requests led to no endpoint
 * @param queues the queues
 * @param sockets the sockets, where there are any
 * @param agent what aide found, where it runs
 */
public record PageState(
        String token,
        Instant started,
        Instant now,
        String java,
        long heapBytes,
        long mostHeapBytes,
        long inFlight,
        Map<String, Boolean> checks,
        List<Double> bounds,
        List<EndpointState> endpoints,
        long unmatched,
        List<QueueState> queues,
        Optional<SocketsState> sockets,
        Optional<AgentState> agent) {}
