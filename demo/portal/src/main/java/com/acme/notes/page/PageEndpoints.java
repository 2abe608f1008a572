package com.acme.notes.page;

import com.acme.notes.access.Gates;
import dev.aide.server.Endpoint;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Response;
import java.util.Set;

/** The page, from the class path. It needs nothing from elsewhere, and its policy lets nothing else in. */
public final class PageEndpoints {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Set<String> SCRIPTS = Set.of(
            "api.js",
            "dom.js",
            "main.js",
            "notes.js",
            "room.js",
            "settings.js",
            "socket.io.esm.min.js",
            "theme.js",
            "welcome.js");

    @Endpoint(value = "/", gate = Gates.OPEN, summary = "The page")
    Response page() {
        return file("index.html").header("Content-Security-Policy", POLICY);
    }

    @Endpoint(value = "/page/{name}", gate = Gates.OPEN, summary = "A file of the page")
    Response file(String name) {
        String type = typeOf(name);
        return Response.ok(PageEndpoints.class.getResourceAsStream(name))
                .header("Content-Type", type)
                .header("Cache-Control", "no-cache");
    }

    /** Only files that have one are served. */
    private static String typeOf(String name) {
        if (SCRIPTS.contains(name)) {
            return "text/javascript;charset=utf-8";
        }
        return switch (name) {
            case "index.html" -> "text/html;charset=utf-8";
            case "app.css" -> "text/css;charset=utf-8";
            case "icon.svg" -> "image/svg+xml";
            default -> throw HttpError.notFound("the page has no file " + name);
        };
    }
}
