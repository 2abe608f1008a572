package dev.aide.server.openapi;

import dev.aide.server.http.HttpError;
import dev.aide.server.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/**
 * Swagger UI, served from its jar, so that it works offline. Immutable and safe for use by many threads.
 */
public final class DocsPage {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Documentation</title>
              <link rel="icon" href="/docs/favicon-32x32.png">
              <link rel="stylesheet" href="/docs/swagger-ui.css">
              <style>
                :root { color-scheme: light dark; }
                body { margin: 0; background: #fafafa; }
                .swagger-ui .info { margin: 32px 0 24px; }
                .swagger-ui .scheme-container { padding: 16px 0; margin-bottom: 16px; }
                @media (prefers-color-scheme: dark) { body { background: #1c2022; } }
              </style>
            </head>
            <body>
              <div id="swagger-ui"></div>
              <script src="/docs/swagger-ui-bundle.js"></script>
              <script src="/docs/start.js"></script>
            </body>
            </html>
            """;
    private static final String START = """
            const dark = matchMedia("(prefers-color-scheme: dark)");
            const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
            dark.addEventListener("change", follow);
            follow();
            SwaggerUIBundle({ url: "/openapi.json", dom_id: "#swagger-ui", validatorUrl: null });
            """;
    private static final Map<String, String> FILES = Map.of(
            "swagger-ui.css", "text/css;charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript;charset=utf-8",
            "favicon-32x32.png", "image/png");

    private final String folder;

    /** Finds Swagger UI on the class path. */
    public DocsPage() {
        this.folder = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in =
                DocsPage.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            if (in == null) {
                throw new IllegalStateException("org.webjars:swagger-ui is not on the class path");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    /** The page itself. */
    public Response page() {
        return Response.html(PAGE).header("Content-Security-Policy", POLICY);
    }

    /**
     * A file of the page.
     *
     * @throws HttpError 404 if it is none
     */
    public Response file(String name) {
        if (name.equals("start.js")) {
            return Response.ok(START.getBytes(StandardCharsets.UTF_8))
                    .header("Content-Type", "text/javascript;charset=utf-8");
        }
        String type = FILES.get(name);
        InputStream in = type == null ? null : DocsPage.class.getResourceAsStream(folder + name);
        if (in == null) {
            throw HttpError.notFound("there is no such file");
        }
        return Response.ok(in).header("Content-Type", type);
    }
}
