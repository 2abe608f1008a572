package dev.aide.server.socket;

import dev.aide.server.socket.cluster.Cluster;
import dev.aide.server.socket.cluster.Command;
import dev.aide.server.socket.cluster.Command.Kind;
import java.util.List;
import java.util.function.Supplier;

/** The other nodes of a cluster. Immutable. */
record ClusterPeers(Cluster cluster, String namespace) implements Peers {

    @Override
    public void tell(Kind kind, String target, Supplier<String> text) {
        cluster.outbox().tell(new Command(kind, namespace, target, text.get()));
    }

    @Override
    public List<String> users(String place) {
        return cluster.attendance().users(namespace, place);
    }

    @Override
    public boolean isOnline(String user) {
        return cluster.attendance().isOnline(namespace, user);
    }

    @Override
    public int count() {
        return cluster.attendance().count(namespace);
    }

    @Override
    public void seatsChanged() {
        cluster.seatsChanged();
    }
}
