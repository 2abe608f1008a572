package dev.aide.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.Admin;
import dev.aide.server.Portal;
import dev.aide.server.PortalBuilder;
import dev.aide.server.answer.ErrorFormat;
import dev.aide.server.gate.Account;
import dev.aide.server.gate.Accounts;
import dev.aide.server.gate.Gate;
import dev.aide.server.gate.Logins;
import dev.aide.server.http.Caller;
import dev.aide.server.limit.RateLimit;
import dev.aide.server.openapi.OpenApi;
import dev.aide.server.route.Route;
import dev.aide.server.token.ApiKeys;
import dev.aide.server.token.FernetKeys;
import dev.aide.server.token.Grant;
import dev.aide.server.token.IdentityMask;
import dev.aide.server.token.KeyRing;
import dev.aide.server.token.Passwords;
import dev.aide.server.token.SigningKey;
import dev.aide.server.token.TokenOptions;
import dev.aide.server.token.Tokens;
import dev.aide.store.Database;
import dev.aide.store.queue.PersistentQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;

/** A portal with every kind of endpoint and gate, and the credentials for it. For many threads. */
final class FuzzedPortal implements AutoCloseable {
    /** The field whose ids are masked. */
    static final String MASKED = "ownerId";

    /** How often {@code /few} lets anybody in. */
    static final int FEW = 20;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DAY = Duration.ofDays(1);
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    private final FuzzedEndpoints endpoints = new FuzzedEndpoints();
    private final IdentityMask mask = new IdentityMask(FernetKeys.of(FernetKeys.newKey()), "owner", DAY);
    private final Database database;
    private final Tokens tokens;
    private final Map<String, String> credentials;
    private final Portal portal;
    private final Wire wire;
    private final String adminToken;

    /**
     * Starts one.
     *
     * @param folder for its database and files
     * @param changes what is changed before it is built
     */
    FuzzedPortal(Path folder, UnaryOperator<PortalBuilder> changes) throws IOException {
        this(folder, changes, SocketFactory.getDefault());
    }

    /** Starts one that is reached by these sockets. */
    FuzzedPortal(Path folder, UnaryOperator<PortalBuilder> changes, SocketFactory sockets) throws IOException {
        Path file = Files.writeString(folder.resolve("page.txt"), "a file");
        database = Database.open("jdbc:sqlite:" + folder.resolve("portal.db"));
        tokens = Tokens.open(
                database,
                TokenOptions.builder()
                        .issuer("issuer")
                        .audience("audience")
                        .accessLifetime(DAY)
                        .keys(KeyRing.signingWith(SigningKey.hmac("k1", SECRET)))
                        .build());
        ApiKeys apiKeys = ApiKeys.open(database);
        credentials = Map.of(
                "bearer", "Authorization: Bearer " + token("notes:read"),
                "apiKey", "X-API-Key: " + apiKeys.create("robot", Grant.of("robot")),
                "basic", "Authorization: Basic " + base64("Ada:correct horse"),
                "X-Ticket", "X-Ticket: valid");
        PortalBuilder builder = Portal.builder()
                .port(0)
                .maxBodyBytes(100_000)
                .maxUploadBytes(200_000)
                .headerTimeout(Duration.ofSeconds(2))
                .cors("https://app.example.com")
                .tokens(tokens)
                .apiKeys(apiKeys)
                .logins(new Logins(new OnlyAda(), Passwords.argon2id(1024, 1)))
                .gate("all", Gate.open())
                .gate("reader", Gate.bearer().scopes("notes:read"))
                .gate("robot", Gate.apiKey())
                .gate("person", Gate.basic())
                .gate(
                        "ticket",
                        Gate.own(
                                "X-Ticket",
                                request -> request.header("X-Ticket")
                                        .filter("valid"::equals)
                                        .map(ticket -> new Caller("ada", "", Set.of(), Set.of()))))
                .gate("few", Gate.open().limit(RateLimit.perEndpoint(FEW, DAY)))
                .gate("masked", Gate.bearer().payloadAuthTokenKey(MASKED, mask))
                .endpoints(endpoints)
                .post("/wholes/numbers")
                .gate("all")
                .handle(FuzzedEndpoints.Numbers.class, (numbers, request) -> numbers)
                .put("/wholes/times")
                .gate("all")
                .handle(FuzzedEndpoints.Times.class, (times, request) -> times)
                .patch("/wholes/texts")
                .gate("all")
                .handle(FuzzedEndpoints.Texts.class, (texts, request) -> texts)
                .post("/wholes/tree")
                .gate("all")
                .handle(FuzzedEndpoints.Tree.class, (tree, request) -> tree)
                .post("/raw/{name}")
                .gate("all")
                .handle(request -> Map.of(
                        "name", request.pathVariable("name"),
                        "query", request.query(),
                        "text", request.body().text(),
                        "fields", request.body().fields()))
                .get("/file")
                .gate("all")
                .handle(request -> file)
                .get("/stream/bytes")
                .gate("all")
                .handle(request -> Files.newInputStream(file))
                .metrics(Gate.open())
                .admin(Admin.behind(Gate.bearer().roles("admin")).queues(PersistentQueue.on(database, "mails")))
                .docs("Fuzzed", "1", Gate.open());
        portal = changes.apply(builder).build().start();
        wire = new Wire(portal.port(), sockets);
        adminToken = "X-Admin-Token: "
                + JSON.readTree(get("/admin/state", credential("bearer")))
                        .path("token")
                        .asText();
    }

    private static final class OnlyAda implements Accounts {
        private final Account ada =
                new Account(Grant.of("ada"), Passwords.argon2id(1024, 1).hash("correct horse"));

        @Override
        public Optional<Account> find(String name) {
            return Optional.of(ada).filter(account -> name.equals("Ada"));
        }

        @Override
        public void passwordRehashed(String userId, String passwordHash) {
            throw new IllegalStateException("the parameters have not changed");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** An access token of these scopes. */
    String token(String... scopes) {
        return tokens.issue(Grant.of("ada", scopes).withRoles("admin")).accessToken();
    }

    /** The header that lets a request in, by the scheme's name in OpenAPI. */
    String credential(String scheme) {
        return credentials.get(scheme);
    }

    String masked(long id) {
        return mask.mask(String.valueOf(id));
    }

    /** What the portal says of itself. */
    JsonNode published() throws IOException {
        return JSON.readTree(get("/openapi.json"));
    }

    /** The same, with the admin page's endpoints. */
    JsonNode document() {
        List<Route> routes = portal.routes().stream()
                .filter(route -> !route.path().toString().matches("/docs.*|/openapi.json"))
                .toList();
        return OpenApi.document("Fuzzed", "1", routes, ErrorFormat.STATUS);
    }

    /** What the portal answers to a plain GET with these headers. */
    String get(String path, String... headers) {
        RequestDraft draft = new RequestDraft("GET", path);
        List.of(headers).forEach(draft::header);
        return wire.send(draft.bytes()).body();
    }

    /** The header that says that a request comes from the admin page. */
    String adminToken() {
        return adminToken;
    }

    int port() {
        return portal.port();
    }

    int fewRuns() {
        return endpoints.fewRuns();
    }

    Wire wire() {
        return wire;
    }

    @Override
    public void close() {
        portal.stop();
        database.close();
    }
}
