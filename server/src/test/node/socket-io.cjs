// Drives a portal with the client of the npm registry: node socket-io.cjs URL TOKEN TRANSPORTS; a line for each scenario.
"use strict";
const assert = require("node:assert");
const { heard, run } = require("./scenarios.cjs");
const { Clients, ask, drop } = require("./clients.cjs");

const [url, token, transports] = process.argv.slice(2);
const clients = new Clients(url, transports);
const connect = clients.connect.bind(clients);
const connected = clients.connected.bind(clients);

const scenarios = {
  "connects, and goes over to WebSocket if it may": async () => {
    const socket = await connected();
    await clients.upgraded(socket);
    assert.equal(socket.io.engine.transport.name, transports === "polling" ? "polling" : "websocket");
    assert.equal(await ask(socket, "echo", "after"), "after");
  },
  "hears what it sent as auth": async () => {
    const socket = connect("/", { auth: { name: "Ada" } });
    assert.deepEqual(await heard(socket, "auth"), [{ name: "Ada" }]);
  },
  "is answered, with whatever JSON has": async () => {
    const socket = await connected();
    const value = { text: "grüße \u001e €", list: [1, 2.5, null, true], nested: { a: {} } };
    assert.deepEqual(await ask(socket, "echo", value), value);
  },
  "is answered by a future": async () => {
    assert.equal(await ask(await connected(), "later", "x"), "x");
  },
  "answers the server": async () => {
    const socket = await connected();
    socket.on("question", (number, answer) => answer(number + 1, Buffer.from([9])));
    assert.deepEqual(await ask(socket, "ask me", 41), [42, 1]);
  },
  "keeps order": async () => {
    const socket = await connected();
    const numbers = [];
    const all = new Promise((resolve) => socket.on("number", (n) => numbers.push(n) === 500 && resolve()));
    for (let i = 0; i < 500; i++) socket.emit("repeat", i);
    await all;
    assert.deepEqual(numbers, [...Array(500).keys()]);
  },
  "sends and gets bytes": async () => {
    const socket = await connected();
    const large = Buffer.alloc(200_000, 7);
    const answer = await ask(socket, "echo", { first: Buffer.from([1, 2]), rest: [large] });
    assert.deepEqual(answer.first, Buffer.from([1, 2]));
    assert.deepEqual(answer.rest[0], large);
  },
  "is in rooms": async () => {
    const [inside, outside] = [await connected(), await connected()];
    const heardOutside = [];
    outside.on("news", (text) => heardOutside.push(text));
    await ask(inside, "join", "room of " + transports);
    const news = heard(inside, "news");
    assert.equal(await ask(outside, "tell", "room of " + transports, "hello"), 1);
    assert.deepEqual(await news, ["hello"]);
    await ask(inside, "leave", "room of " + transports);
    assert.equal(await ask(outside, "tell", "room of " + transports, "hello"), 0);
    assert.deepEqual(heardOutside, []);
  },
  "is told why it may not connect": async () => {
    const [error] = await heard(connect("/members"), "connect_error");
    assert.equal(error.message, "this needs an access token");
    assert.equal(error.data.code, "unauthorized");
    const [unknown] = await heard(connect("/nowhere"), "connect_error");
    assert.equal(unknown.message, "Invalid namespace");
  },
  "connects to two namespaces by one connection": async () => {
    const main = await connected("/", { auth: { token } });
    const members = main.io.socket("/members", { auth: { token } });
    await heard(members, "connect");
    assert.equal(await ask(members, "who"), "ada");
    assert.equal(await ask(main, "echo", 1), 1);
    members.disconnect();
    assert.equal(await ask(main, "echo", 2), 2);
  },
  "is refused an event that its gate does not let through": async () => {
    const refusal = await ask(await connected(), "members only");
    assert.equal(refusal.status, false);
    assert.equal(refusal.code, "unauthorized");
  },
  "comes back, and is in its user's groups again": async () => {
    const socket = await connected("/members", { auth: { token } });
    await ask(socket, "join as user", "group of " + transports);
    const again = heard(socket, "connect");
    drop(socket);
    await again;
    const news = heard(socket, "news");
    // perhaps the server has not seen yet that the connection before is gone
    assert.ok((await ask(socket, "tell", "group of " + transports, "again")) >= 1);
    assert.deepEqual(await news, ["again"]);
    await ask(socket, "leave as user", "group of " + transports);
  },
  "gets what was kept while it was away, in order": async () => {
    const sender = await connected();
    for (let i = 0; i < 100; i++) await ask(sender, "keep", i);
    const notes = [];
    const socket = connect("/kept", { auth: { token } });
    await new Promise((resolve) =>
      socket.on("note", (number, bytes, id, ack) => {
        assert.deepEqual(bytes, Buffer.from([7]));
        ack();
        if (notes.push(number) === 100) resolve();
      }),
    );
    assert.deepEqual(notes, [...Array(100).keys()]);
    assert.deepEqual(await ask(sender, "outcomes"), Array(100).fill("DELIVERED"));
  },
  "gets again what it did not acknowledge": async () => {
    const sender = await connected();
    const before = connect("/kept", { auth: { token } });
    const first = heard(before, "note");
    await ask(sender, "keep", "again");
    const [, , id] = await first;
    before.disconnect();
    const after = connect("/kept", { auth: { token } });
    const [note, , sameId, ack] = await heard(after, "note");
    assert.equal(note, "again");
    assert.equal(sameId, id);
    ack();
    assert.deepEqual(await ask(sender, "outcomes"), ["DELIVERED"]);
  },
  "is disconnected by the server": async () => {
    const socket = await connected();
    const gone = heard(socket, "disconnect");
    socket.emit("kick me");
    assert.deepEqual((await gone)[0], "io server disconnect");
  },
};

run(scenarios, () => clients.disconnectAll());
