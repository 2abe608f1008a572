package com.acme.notes.page;

import com.acme.notes.access.Gates;
import dev.aide.server.Endpoint;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Response;
import java.util.Map;

/** The page, from the class path. It needs nothing from elsewhere, and its policy lets nothing else in. */
public final class PageEndpoints {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String SCRIPT = "text/javascript;charset=utf-8";
    private static final Map<String, String> FILES = Map.of(
            "app.css", "text/css;charset=utf-8",
            "icon.svg", "image/svg+xml",
            "index.html", "text/html;charset=utf-8",
            "api.js", SCRIPT,
            "dom.js", SCRIPT,
            "main.js", SCRIPT,
            "notes.js", SCRIPT,
            "settings.js", SCRIPT,
            "theme.js", SCRIPT,
            "welcome.js", SCRIPT);

    @Endpoint(value = "/", gate = Gates.OPEN, summary = "The page")
    Response page() {
        return file("index.html").header("Content-Security-Policy", POLICY);
    }

    @Endpoint(value = "/page/{name}", gate = Gates.OPEN, summary = "A file of the page")
    Response file(String name) {
        String type = FILES.get(name);
        if (type == null) {
            throw HttpError.notFound("the page has no file " + name);
        }
        return Response.ok(PageEndpoints.class.getResourceAsStream(name))
                .header("Content-Type", type)
                .header("Cache-Control", "no-cache");
    }
}
