package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.server.gate.Account;
import dev.aide.server.gate.Accounts;
import dev.aide.server.gate.AuthType;
import dev.aide.server.gate.Gate;
import dev.aide.server.gate.Logins;
import dev.aide.server.http.Caller;
import dev.aide.server.http.Headers;
import dev.aide.server.http.Method;
import dev.aide.server.http.Peer;
import dev.aide.server.http.Request;
import dev.aide.server.limit.RateLimit;
import dev.aide.server.token.ApiKeys;
import dev.aide.server.token.Grant;
import dev.aide.server.token.KeyRing;
import dev.aide.server.token.Passwords;
import dev.aide.server.token.SigningKey;
import dev.aide.server.token.TokenOptions;
import dev.aide.server.token.Tokens;
import dev.aide.store.Database;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Passwords passwords = Passwords.argon2id(1024, 1);
    private final Map<String, Account> users = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    private Database database;
    private Tokens tokens;
    private ApiKeys apiKeys;
    private Portal portal;

    @BeforeEach
    void open() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("portal.db"));
        apiKeys = ApiKeys.open(database);
        tokens = Tokens.open(
                database,
                TokenOptions.builder()
                        .issuer("issuer")
                        .audience("audience")
                        .keys(KeyRing.signingWith(SigningKey.hmac("k1", SECRET)))
                        .build());
        users.put("Ada", new Account(Grant.of("ada", "notes:read"), passwords.hash("correct horse")));
    }

    @AfterEach
    void stop() {
        if (portal != null) {
            portal.stop();
        }
        database.close();
    }

    private final class Users implements Accounts {
        @Override
        public Optional<Account> find(String name) {
            return Optional.ofNullable(users.get(name));
        }

        @Override
        public void passwordRehashed(String userId, String passwordHash) {
            users.computeIfPresent("Ada", (name, account) -> new Account(account.grant(), passwordHash));
        }
    }

    private Http start(Gate gate) {
        portal = Portal.builder()
                .port(0)
                .tokens(tokens)
                .apiKeys(apiKeys)
                .logins(new Logins(new Users(), passwords))
                .get("/x/{owner}")
                .gate(gate)
                .handle(request -> request.caller())
                .build()
                .start();
        return new Http(portal);
    }

    private String bearer(Grant grant) {
        return "Bearer " + tokens.issue(grant).accessToken();
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_tokens_and_passwords_throw_in_a_handler_is_no_500() {
        Passwords busy = passwords.atOnce(0, Duration.ofMillis(1));
        portal = Portal.builder()
                .port(0)
                .post("/refresh")
                .gate(Gate.open())
                .handle(request -> tokens.refresh("nonsense"))
                .post("/hash")
                .gate(Gate.open())
                .handle(request -> busy.hash("correct horse"))
                .build()
                .start();
        Http http = new Http(portal);

        Http.Answer refused = http.post("/refresh", "{}");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.message()).isEqualTo("the refresh token is not valid");
        Http.Answer later = http.post("/hash", "{}");
        assertThat(later.status()).isEqualTo(503);
        assertThat(later.header("Retry-After")).isEqualTo("1");
        assertThat(later.message()).isEqualTo("too many passwords are being checked at once; try again in a moment");
    }

    @Test
    void without_or_with_a_wrong_credential_the_answer_is_401_with_a_challenge() {
        Http http = start(Gate.bearer());

        Http.Answer without = http.get("/x/a");
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.message()).isEqualTo("this needs an access token");
        assertThat(without.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"portal\"");
        assertThat(without.text()).startsWith("{\"status\":false,\"code\":\"unauthorized\",");
        assertThat(http.get("/x/a", "Authorization", "Bearer nonsense").message())
                .isEqualTo("the token is not valid");
        assertThat(http.get("/x/a", "Authorization", basic("Ada", "correct horse"))
                        .status())
                .isEqualTo(401);
        assertThat(http.get("/x/a", "X-API-Key", apiKeys.create("k", Grant.of("ada")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void an_access_token_says_who_calls() {
        Http http = start(Gate.bearer());

        Http.Answer answer = http.get("/x/a", "Authorization", bearer(Grant.of("ada", "notes:read")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("id").asText()).isEqualTo("ada");
        assertThat(answer.json().path("scopes").toString()).isEqualTo("[\"notes:read\"]");
    }

    @Test
    void a_handler_may_read_the_credential_itself() {
        Request request = Request.of(Method.GET, "/x", new Peer(InetAddress.getLoopbackAddress(), false, "id"));

        assertThat(request.authorization("Bearer")).isEmpty();
        assertThat(request.withHeaders(Headers.none().and("Authorization", "bearer  abc"))
                        .authorization("Bearer"))
                .contains("abc");
        assertThat(request.withHeaders(Headers.none().and("Authorization", "Bearer"))
                        .authorization("Bearer"))
                .isEmpty();
        assertThat(request.withHeaders(Headers.none().and("Authorization", "Basic abc"))
                        .authorization("Bearer"))
                .isEmpty();
    }

    @Test
    void a_token_in_the_query_is_no_credential() {
        Http http = start(Gate.bearer());
        String token = tokens.issue(Grant.of("ada")).accessToken();

        assertThat(http.get("/x/a?access_token=" + token).status()).isEqualTo(401);
        assertThat(http.get("/x/a?token=" + token).status()).isEqualTo(401);
        assertThat(http.get("/x/a", "Cookie", "access_token=" + token).status()).isEqualTo(401);
    }

    @Test
    void a_revoked_token_is_refused_at_the_next_request() {
        Http http = start(Gate.bearer());
        String token = tokens.issue(Grant.of("ada")).accessToken();
        assertThat(http.get("/x/a", "Authorization", "Bearer " + token).status())
                .isEqualTo(200);

        tokens.revoke(token);

        assertThat(http.get("/x/a", "Authorization", "Bearer " + token).message())
                .isEqualTo("the token was revoked");
    }

    @Test
    void an_api_key_says_who_calls_until_it_is_revoked() {
        Http http = start(Gate.apiKey());
        String key = apiKeys.create("robot", Grant.of("ada"));

        assertThat(http.get("/x/a", "X-API-Key", key).json().path("id").asText())
                .isEqualTo("ada");
        assertThat(http.get("/x/a", "X-API-Key", key + "x").message()).isEqualTo("the API key is not valid");
        apiKeys.revoke("ada", apiKeys.list("ada").get(0).prefix());
        assertThat(http.get("/x/a", "X-API-Key", key).status()).isEqualTo(401);
    }

    @Test
    void two_credentials_at_once_are_refused() {
        Http http = start(Gate.anyOf(AuthType.BEARER, AuthType.API_KEY));
        String key = apiKeys.create("robot", Grant.of("ada"));
        String token = bearer(Grant.of("bob"));

        assertThat(http.get("/x/a", "Authorization", token, "X-API-Key", key).status())
                .isEqualTo(400);
        assertThat(http.get("/x/a", "Authorization", token).status()).isEqualTo(200);
        assertThat(http.get("/x/a", "X-API-Key", key).status()).isEqualTo(200);
    }

    @Test
    void a_password_says_who_calls_and_is_hashed_again_when_the_parameters_have_risen() {
        String oldHash = Passwords.argon2id(512, 1).hash("correct horse");
        users.put("Ada", new Account(Grant.of("ada"), oldHash));
        Http http = start(Gate.basic());

        assertThat(http.get("/x/a", "Authorization", basic("Ada", "wrong")).message())
                .isEqualTo("name or password is wrong");
        assertThat(users.get("Ada").passwordHash()).isEqualTo(oldHash);
        assertThat(http.get("/x/a", "Authorization", basic("Nobody", "wrong")).message())
                .isEqualTo("name or password is wrong");
        assertThat(http.get("/x/a", "Authorization", "Basic %%%").status()).isEqualTo(401);
        assertThat(http.get("/x/a", "Authorization", basic("Ada", "correct horse"))
                        .json()
                        .path("id")
                        .asText())
                .isEqualTo("ada");
        assertThat(users.get("Ada").passwordHash()).startsWith("$argon2id$v=19$m=1024,t=1,p=1$");
    }

    @Test
    void a_password_whose_hash_is_stronger_than_today_is_not_hashed_again() {
        String strong = Passwords.argon2id(2048, 1).hash("correct horse");
        users.put("Ada", new Account(Grant.of("ada"), strong));
        Http http = start(Gate.basic());

        assertThat(http.get("/x/a", "Authorization", basic("Ada", "correct horse"))
                        .status())
                .isEqualTo(200);
        assertThat(users.get("Ada").passwordHash()).isEqualTo(strong);
    }

    @Test
    void after_ten_wrong_passwords_even_the_right_one_must_wait() {
        Http http = start(Gate.basic());

        List<Integer> guesses = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> http.get("/x/a", "Authorization", basic("Ada", "guess" + i))
                        .status())
                .toList();

        assertThat(guesses).filteredOn(status -> status == 401).hasSize(10);
        assertThat(guesses).filteredOn(status -> status == 429).hasSize(30);
        Http.Answer right = http.get("/x/a", "Authorization", basic(" ada ", "correct horse"));
        assertThat(right.status()).isEqualTo(429);
        assertThat(right.message()).isEqualTo("too many wrong passwords; wait before the next try");
        assertThat(Integer.parseInt(right.header("Retry-After"))).isBetween(1, 960);
    }

    @Test
    void a_network_that_guesses_at_many_accounts_must_wait_too_and_right_passwords_do_not_count() {
        Http http = start(Gate.basic());
        for (int i = 0; i < 60; i++) {
            assertThat(http.get("/x/a", "Authorization", basic("Ada", "correct horse"))
                            .status())
                    .isEqualTo(200);
        }

        List<Integer> guesses = IntStream.range(0, 60)
                .mapToObj(i -> http.get("/x/a", "Authorization", basic("user" + i, "guess"))
                        .status())
                .toList();

        assertThat(guesses.subList(0, 50)).containsOnly(401);
        assertThat(guesses.subList(50, 60)).containsOnly(429);
    }

    @Test
    void a_programs_own_way_says_who_calls() {
        Http http = start(Gate.own(request -> request.header("X-Ticket")
                .filter(ticket -> ticket.equals("valid"))
                .map(ticket -> new Caller("ada", "", Set.of(), Set.of()))));

        assertThat(http.get("/x/a", "X-Ticket", "valid").json().path("id").asText())
                .isEqualTo("ada");
        assertThat(http.get("/x/a", "X-Ticket", "forged").status()).isEqualTo(401);
    }

    @Test
    void all_scopes_are_needed_or_any_where_that_is_said() {
        Http http = start(Gate.bearer().scopes("notes:read", "notes:write").anyScope("a", "b"));

        Http.Answer lacking = http.get("/x/a", "Authorization", bearer(Grant.of("ada", "notes:read", "a")));
        assertThat(lacking.status()).isEqualTo(403);
        assertThat(lacking.message()).isEqualTo("this needs the scopes [notes:read, notes:write]");
        assertThat(http.get("/x/a", "Authorization", bearer(Grant.of("ada", "notes:read", "notes:write")))
                        .message())
                .isEqualTo("this needs one of the scopes [a, b]");
        assertThat(http.get("/x/a", "Authorization", bearer(Grant.of("ada", "notes:read", "notes:write", "b")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void one_of_the_roles_is_needed() {
        Http http = start(Gate.bearer().roles("admin", "editor"));

        assertThat(http.get("/x/a", "Authorization", bearer(Grant.of("ada"))).message())
                .isEqualTo("this needs one of the roles [admin, editor]");
        assertThat(http.get("/x/a", "Authorization", bearer(Grant.of("ada").withRoles("editor")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void only_the_owner_gets_what_is_the_owners() {
        Http http = start(Gate.bearer().owner(request -> request.caller().id().equals(request.pathVariable("owner"))));

        assertThat(http.get("/x/ada", "Authorization", bearer(Grant.of("ada"))).status())
                .isEqualTo(200);
        Http.Answer foreign = http.get("/x/ada", "Authorization", bearer(Grant.of("bob")));
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.message()).isEqualTo("this is not yours");
    }

    @Test
    void a_user_gets_as_many_requests_as_the_limit_says_and_another_user_has_their_own() {
        Http http = start(Gate.bearer().limit(RateLimit.perUser(3, HOUR)).limit(RateLimit.perIp(100, HOUR)));
        String ada = bearer(Grant.of("ada"));

        Http.Answer first = http.get("/x/a", "Authorization", ada);
        http.get("/x/a", "Authorization", ada);
        http.get("/x/a", "Authorization", bearer(Grant.of("ada")));
        Http.Answer refused = http.get("/x/a", "Authorization", ada);

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"ip\";q=100;w=3600, \"user\";q=3;w=3600");
        assertThat(first.header("RateLimit")).startsWith("\"ip\";r=99;t=").contains(", \"user\";r=2;t=");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.message()).isEqualTo("too many requests: 3 per hour and user is the limit");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3600, 3830);
        assertThat(refused.header("RateLimit")).contains("\"user\";r=0;t=");
        assertThat(http.get("/x/a", "Authorization", bearer(Grant.of("bob"))).status())
                .isEqualTo(200);
    }

    @Test
    void a_limit_that_is_said_twice_holds_once() {
        RateLimit twice = RateLimit.perUser(3, HOUR);
        Http http = start(Gate.bearer().limit(twice).limit(RateLimit.perUser(3, HOUR)));

        Http.Answer first = http.get("/x/a", "Authorization", bearer(Grant.of("ada")));

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"user\";q=3;w=3600");
        assertThat(first.header("RateLimit")).startsWith("\"user\";r=2;t=");
    }

    @Test
    void requests_at_the_same_time_do_not_slip_through_a_limit() {
        Http http = start(Gate.open().limit(RateLimit.perEndpoint(20, HOUR)));

        long granted = IntStream.range(0, 60)
                .parallel()
                .filter(i -> http.get("/x/a").status() == 200)
                .count();

        assertThat(granted).isEqualTo(20);
    }

    @Test
    void a_limit_by_network_counts_those_whose_credentials_are_wrong() {
        Http http = start(Gate.bearer().limit(RateLimit.perIp(2, HOUR)));

        assertThat(http.get("/x/a").status()).isEqualTo(401);
        assertThat(http.get("/x/a", "X-Forwarded-For", "1.2.3.4").status()).isEqualTo(401);
        assertThat(http.get("/x/a", "X-Forwarded-For", "5.6.7.8").status()).isEqualTo(429);
    }

    @Test
    void a_limit_by_key_counts_each_credential() {
        Http http = start(Gate.apiKey().limit(RateLimit.perKey(1, HOUR)));
        String one = apiKeys.create("one", Grant.of("ada"));
        String two = apiKeys.create("two", Grant.of("ada"));

        assertThat(http.get("/x/a", "X-API-Key", one).status()).isEqualTo(200);
        assertThat(http.get("/x/a", "X-API-Key", one).status()).isEqualTo(429);
        assertThat(http.get("/x/a", "X-API-Key", two).status()).isEqualTo(200);
    }

    @Test
    void an_open_gate_cant_ask_for_scopes() {
        assertThatThrownBy(() -> Gate.open().scopes("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("an open gate knows no caller: begin with bearer(), apiKey(), basic() or own() to ask for"
                        + " scopes, roles or an owner");
        assertThatThrownBy(() -> Gate.anyOf(AuthType.OWN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RateLimit.perUser(0, HOUR))
                .hasMessage("a rate limit allows at least 1 request, not 0");
    }

    @Test
    void a_gate_describes_itself() {
        assertThat(Gate.anyOf(AuthType.BEARER, AuthType.API_KEY)
                        .scopes("a")
                        .roles("r")
                        .owner(request -> true)
                        .limit(RateLimit.perUser(3, HOUR)))
                .hasToString("bearer or api key, scopes [a], any role of [r], owner, 3 per hour and user");
    }
}
