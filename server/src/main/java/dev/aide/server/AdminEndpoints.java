package dev.aide.server;

import dev.aide.server.Draft.Raw;
import dev.aide.server.Draft.Target;
import dev.aide.server.Draft.Typed;
import dev.aide.server.admin.AdminPage;
import dev.aide.server.admin.Changes;
import dev.aide.server.admin.Dashboard;
import dev.aide.server.admin.Disconnect;
import dev.aide.server.admin.PageToken;
import dev.aide.server.admin.Requeue;
import dev.aide.server.admin.SwitchMode;
import dev.aide.server.gate.Gate;
import dev.aide.server.http.Method;
import dev.aide.server.route.Route;
import dev.aide.server.socket.SocketServer;
import dev.aide.server.socket.Sockets;
import dev.aide.server.watch.Metrics;
import java.util.List;
import java.util.Optional;

/** The endpoints of the page for those who run a portal. */
final class AdminEndpoints {

    private AdminEndpoints() {}

    /** What is wrong with the options, in words; empty if all is well. */
    static List<String> mistakes(Admin admin) {
        return admin.gate().isOpen() || admin.changeGate().isOpen()
                ? List.of("the admin page has an open gate, so everybody could requeue jobs and switch modes;"
                        + " ask who comes, such as by Gate.basic().roles(\"admin\")")
                : List.of();
    }

    /** The page of a portal with these routes. */
    static List<Draft> of(
            Admin admin,
            List<Route> routes,
            Metrics metrics,
            Readiness readiness,
            Optional<Sockets> sockets,
            Optional<SocketServer> socketServer) {
        PageToken token = new PageToken();
        Dashboard dashboard = new Dashboard(
                routes, metrics, readiness::ask, admin.queues(), admin.showsPayloads(), socketServer, token);
        Changes changes = new Changes(admin.queues(), sockets, token);
        AdminPage page = new AdminPage();
        return List.of(
                get("/admin", admin.gate(), "How the portal is doing", new Raw(request -> page.response())),
                get("/admin/state", admin.gate(), "The data of that page", new Raw(dashboard::read)),
                post(
                        "/admin/requeue",
                        admin.changeGate(),
                        "Requeues dead jobs",
                        new Typed<>(Requeue.class, changes::requeue)),
                post(
                        "/admin/disconnect",
                        admin.changeGate(),
                        "Disconnects the sockets of a user",
                        new Typed<>(Disconnect.class, changes::disconnect)),
                post(
                        "/admin/mode",
                        admin.changeGate(),
                        "Switches aide's mode",
                        new Typed<>(SwitchMode.class, changes::switchMode)));
    }

    private static Draft get(String path, Gate gate, String summary, Target target) {
        return new Draft(Method.GET, path, gate, "", "portal", summary, target);
    }

    private static Draft post(String path, Gate gate, String summary, Target target) {
        return new Draft(Method.POST, path, gate, "", "portal", summary, target);
    }
}
