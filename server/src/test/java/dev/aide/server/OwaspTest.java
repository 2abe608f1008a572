package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.server.gate.Gate;
import dev.aide.server.http.Caller;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the OWASP API Security Top 10 asks for and no other test shows; docs/safety.md has the whole list. */
class OwaspTest {
    private Portal portal;

    /** What a client may say of itself. */
    record Profile(String name, Optional<String> motto) {}

    /** What there is to know: more than a client may say or see. */
    static final class User {
        private final String name;
        private final boolean isAdmin;

        User(String name) {
            this.name = name;
            this.isAdmin = name.equals("root");
        }

        Profile profile() {
            return new Profile(name, isAdmin ? Optional.of("I am root") : Optional.empty());
        }
    }

    private Http start(PortalBuilder builder) {
        portal = builder.port(0).build().start();
        return new Http(portal);
    }

    @AfterEach
    void stop() {
        portal.stop();
    }

    @Test
    void a_field_that_nobody_named_is_neither_taken_nor_given() {
        Http http = start(Portal.builder()
                .put("/me")
                .gate(Gate.open())
                .handle(Profile.class, (profile, request) -> new User(profile.name()).profile()));

        Http.Answer grasping = http.send("PUT", "/me", "{\"name\":\"ada\",\"isAdmin\":true}");
        Http.Answer modest = http.send("PUT", "/me", "{\"name\":\"ada\"}");

        assertThat(grasping.status()).isEqualTo(422);
        assertThat(grasping.json().path("problems").toString())
                .isEqualTo("[{\"in\":\"body\",\"pointer\":\"/isAdmin\",\"message\":\"is unknown here; known are [motto,"
                        + " name]\"}]");
        assertThat(modest.text()).isEqualTo("{\"name\":\"ada\",\"motto\":null}");
    }

    @Test
    void each_method_of_a_path_has_a_gate_of_its_own() {
        Gate visitor = Gate.own(
                request -> request.header("X-Role").map(role -> new Caller("ada", "", Set.of(), Set.of(role))));
        Http http = start(Portal.builder()
                .get("/users")
                .gate(visitor)
                .handle(request -> "all of them")
                .delete("/users")
                .gate(visitor.roles("admin"))
                .handle(request -> "none of them"));

        assertThat(http.get("/users", "X-Role", "reader").status()).isEqualTo(200);
        assertThat(http.delete("/users", "X-Role", "reader").status()).isEqualTo(403);
        assertThat(http.delete("/users").status()).isEqualTo(401);
        assertThat(http.delete("/users", "X-Role", "admin").status()).isEqualTo(200);
        // no header changes the method after the gate
        assertThat(http.get("/users", "X-Role", "reader", "X-HTTP-Method-Override", "DELETE")
                        .text())
                .isEqualTo("\"all of them\"");
        assertThat(http.send("PATCH", "/users", "{}", "X-Role", "admin").status())
                .isEqualTo(405);
    }
}
