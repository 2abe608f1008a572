package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.server.token.Grant;
import dev.aide.store.Database;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two portals on one PostgreSQL behind a balancer, of either kind, and the client of the npm registry before it. */
class BalancerIT {

    @BeforeAll
    static void requireNode() throws Exception {
        NodeClient.require();
    }

    @Test
    void websockets_go_by_any_balancer_and_long_polling_by_one_with_affinity(@TempDir Path one, @TempDir Path other)
            throws Exception {
        String url = Postgres.newSchema();
        try (Database database = Database.open(url);
                PortalProcess first = PortalProcess.startNode(one, SocketNode.class, url, "60");
                PortalProcess second = PortalProcess.startNode(other, SocketNode.class, url, "60")) {
            String token = SocketNode.tokens(database).issue(Grant.of("ada")).accessToken();

            List<String> lines = NodeClient.script("balancer.cjs", first.url(), second.url(), token);

            assertThat(lines)
                    .containsExactly(
                            "ok WebSockets alone go by any balancer",
                            "ok long polling goes by one with affinity",
                            "ok long polling with an upgrade goes by one with affinity",
                            "ok long polling by any other is refused");
        }
    }
}
