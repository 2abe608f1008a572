package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aide.server.gate.Gate;
import dev.aide.server.http.Caller;
import dev.aide.server.socket.Sockets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks at the sockets on {@code /admin} in a real browser, which opens a bare WebSocket of its own too. */
class AdminSocketsIT {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Gate OPERATORS =
            Gate.own(request -> Optional.of(new Caller("root", "", Set.of(), Set.of("operator"))));
    private static final Gate BY_NAME = Gate.own(
            request -> request.header("X-API-Key").map(name -> new Caller(name, "", Set.of(), Set.of("member"))));

    private final List<RawSocket> clients = new ArrayList<>();
    private Browser browser;
    private Sockets sockets;
    private Portal portal;

    @BeforeEach
    void start() {
        browser = Browser.start(AdminSocketsIT.class);
        browser.prefer("light");
        sockets = Sockets.builder()
                .json("/ws")
                .namespace("/", room -> room.connect(BY_NAME))
                .namespace("/alarms", alarms -> alarms.connect(BY_NAME))
                .build();
        sockets.of("/").joinGroup("ada", "team");
        sockets.of("/").joinGroup("ada", "on call");
        sockets.of("/").joinGroup("bob", "team");
        portal = Portal.builder()
                .port(0)
                .sockets(sockets)
                .admin(Admin.behind(OPERATORS))
                .metrics(Gate.open())
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        clients.forEach(RawSocket::close);
        if (portal != null) {
            portal.stop();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private RawSocket connect(String user, String... namespaces) throws InterruptedException {
        RawSocket raw = RawSocket.open(portal, "/ws");
        clients.add(raw);
        for (String namespace : namespaces) {
            raw.send("{\"connect\":\"" + namespace + "\",\"auth\":{\"apiKey\":\"" + user + "\"}}");
            assertThat(raw.next()).startsWith("{\"connected\":");
        }
        return raw;
    }

    @Test
    void shows_who_is_connected_and_disconnects_them() throws Exception {
        RawSocket ada = connect("ada", "/", "/alarms");
        RawSocket adaAgain = connect("ada", "/");
        connect("bob", "/");
        browser.open(portal.url() + "/admin");
        browser.awaitText("#sockets-about", "3 clients · 0 messages queued · 0 dropped");
        browser.awaitText("#card-clients", "3\nsocket clients");
        browser.awaitText("[data-namespace='/'] [data-state=sockets]", "3");
        browser.awaitText("[data-namespace='/'] [data-state=users]", "2");
        browser.awaitText("[data-namespace='/'] [data-user=ada]", "ada · 2 sockets", "on call", "team");
        browser.awaitText("[data-namespace='/alarms'] [data-user=ada]", "ada · 1 socket");

        browser.script("""
                window.heard = [];
                const socket = new WebSocket(location.origin.replace('http', 'ws') + '/ws');
                socket.onopen = () => socket.send(JSON.stringify({connect: '/', auth: {apiKey: 'grace'}}));
                socket.onmessage = event => heard.push(Object.keys(JSON.parse(event.data))[0]);
                socket.onclose = event => heard.push(event.code);""");
        browser.awaitText("[data-namespace='/'] [data-user=grace]", "grace · 1 socket");
        browser.screenshot("admin-sockets");

        browser.click("[data-namespace='/'] [data-user=ada] button");
        browser.awaitSaid("#said", "2 sockets disconnected");
        assertThat(ada.next()).isEqualTo("{\"disconnected\":\"/\"}");
        assertThat(adaAgain.closeCode()).isEqualTo(1000);
        browser.click("[data-namespace='/'] [data-user=grace] button");
        await().atMost(LONGEST)
                .until(() -> browser.script("return heard.join(' ')").equals("connected disconnected 1000"));

        browser.awaitText("#sockets-about", "2 clients");
        assertThat(browser.all("[data-namespace='/'] [data-user]")).hasSize(1);
        assertThat(sockets.of("/").users()).containsExactly("bob");
        assertThat(sockets.of("/alarms").users()).containsExactly("ada");
        assertThat(browser.errors()).isEmpty();
        assertThat(new Http(portal).get("/metrics").text())
                .contains("portal_socket_clients 2\n", "portal_sockets{namespace=\"/\"} 1\n");
    }

    @Test
    void fits_a_telephone_in_the_dark() throws Exception {
        for (int i = 0; i < 30; i++) {
            connect("member-" + i, "/");
        }
        browser.prefer("dark");
        browser.open(portal.url() + "/admin");
        browser.narrow(true);
        browser.awaitText("[data-namespace='/'] [data-state=users]", "30");

        assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        browser.screenshot("admin-sockets-narrow");
        assertThat(browser.errors()).isEmpty();
    }
}
