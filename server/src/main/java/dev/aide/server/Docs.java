package dev.aide.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aide.server.Draft.Raw;
import dev.aide.server.answer.ErrorFormat;
import dev.aide.server.gate.Gate;
import dev.aide.server.http.Handler;
import dev.aide.server.http.Method;
import dev.aide.server.openapi.DocsPage;
import dev.aide.server.openapi.OpenApi;
import dev.aide.server.route.Route;
import java.util.List;

/**
 * The endpoints that describe a portal. Immutable.
 *
 * @param title what the portal is called
 * @param version which version of it this is
 * @param gate who may read it
 */
record Docs(String title, String version, Gate gate) {

    /** Describes these routes. */
    List<Draft> drafts(List<Route> routes, ErrorFormat format) {
        ObjectNode document = OpenApi.document(title, version, routes, format);
        DocsPage page = new DocsPage();
        return List.of(
                draft("/openapi.json", "This description", request -> document),
                draft("/docs", "This description as a page", request -> page.page()),
                draft("/docs/{file}", "Files of that page", request -> page.file(request.pathVariable("file"))));
    }

    private Draft draft(String path, String summary, Handler handler) {
        return new Draft(Method.GET, path, gate, "", "portal", summary, new Raw(handler));
    }
}
