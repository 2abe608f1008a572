// Drives sockets with identity by the client of the npm registry: node features.cjs URL TRANSPORTS; a line for each scenario.
"use strict";
const assert = require("node:assert");
const { PATIENCE, heard, run, until } = require("./scenarios.cjs");
const { Clients, ask, drop } = require("./clients.cjs");

const [url, transports] = process.argv.slice(2);
const clients = new Clients(url, transports);
const WEEK = 7 * 24 * 3600 * 1000;

// what the program does, by other threads than those of the clients it does it to
const program = new Clients(url, "websocket").connect("/program");
const does = (what, ...values) => ask(program, what, ...values);

/** A user of the namespace whose gate asks for a token. */
async function member(user, more = {}) {
  return clients.connected("/members", { auth: { token: await does("token", user), ...more } });
}

/** Drops the connection and waits for the next one, whose groups are read when its first event is handled. */
async function comeBack(socket) {
  drop(socket);
  await heard(socket, "connect");
  await ask(socket, "who");
}

/** The first values of each event of a name, as they come. */
function collect(socket, event) {
  const values = [];
  socket.on(event, (value) => values.push(value));
  return values;
}

/** A later event: whatever was sent before has come when it does. */
async function hasAll(user) {
  await does("sendToUser", "/members", user, "marker", 0);
}

const scenarios = {
  "sends to all sockets of a user, and to nobody else": async () => {
    const [phone, desk, other] = [await member("ada"), await member("ada"), await member("bob")];
    const marker = heard(other, "marker");
    const strange = collect(other, "note");
    const notes = [heard(phone, "note"), heard(desk, "note")];
    assert.equal(await does("sendToUser", "/members", "ada", "note", { text: "grüße" }), 2);
    assert.deepEqual(await Promise.all(notes), [[{ text: "grüße" }], [{ text: "grüße" }]]);
    assert.equal(await does("sendToUser", "/members", "nobody", "note", 1), 0);
    await hasAll("bob");
    await marker;
    assert.deepEqual(strange, []);
  },
  "disconnects all sockets of a user, who do not come back": async () => {
    const [phone, desk] = [await member("carl"), await member("carl")];
    const gone = [heard(phone, "disconnect"), heard(desk, "disconnect")];
    assert.equal(await does("disconnectUser", "/members", "carl"), 2);
    const reasons = (await Promise.all(gone)).map(([reason]) => reason);
    assert.deepEqual(reasons, ["io server disconnect", "io server disconnect"]);
    assert.equal(await does("isOnline", "/members", "carl"), false);
    assert.equal(phone.active || desk.active, false);
  },
  "sends to a group while its members are in it": async () => {
    const [inside, outside] = [await member("dora"), await member("emil")];
    const [here, there] = [collect(inside, "news"), collect(outside, "news")];
    await does("joinGroup", "/members", "dora", "team");
    assert.equal(await does("sendToGroup", "/members", "team", "news", 1), 1);
    await does("joinGroup", "/members", "emil", "team");
    assert.equal(await does("sendToGroup", "/members", "team", "news", 2), 2);
    await does("leaveGroup", "/members", "dora", "team");
    assert.equal(await does("sendToGroup", "/members", "team", "news", 3), 1);
    await Promise.all([inside, outside].map((socket, i) => {
      const marker = heard(socket, "marker");
      return hasAll(["dora", "emil"][i]).then(() => marker);
    }));
    assert.deepEqual([here, there], [[1, 2], [2, 3]]);
  },
  "sends to all of a namespace": async () => {
    const everybody = [await member("fred"), await member("gina"), await clients.connected("/")];
    const other = collect(everybody[2], "news");
    const news = [heard(everybody[0], "news"), heard(everybody[1], "news")];
    assert.ok((await does("broadcast", "/members", "news", [1, null])) >= 2);
    assert.deepEqual(await Promise.all(news), [[[1, null]], [[1, null]]]);
    assert.equal(await ask(everybody[2], "echo", 1), 1);
    assert.deepEqual(other, []);
  },
  "says who is there, and how many": async () => {
    await until([], () => does("users", "/members"));
    const [phone, desk, other] = [await member("hans"), await member("hans"), await member("ines")];
    await does("joinGroup", "/members", "ines", "readers");
    assert.deepEqual(await does("users", "/members"), ["hans", "ines"]);
    assert.deepEqual(await does("usersOf", "/members", "readers"), ["ines"]);
    assert.equal(await does("count", "/members"), 3);
    phone.disconnect();
    await until(2, () => does("count", "/members"));
    assert.deepEqual(await does("users", "/members"), ["hans", "ines"]);
    desk.disconnect();
    other.disconnect();
    await until([], () => does("users", "/members"));
    assert.deepEqual(await does("usersOf", "/members", "readers"), []);
    assert.equal(await does("isOnline", "/members", "hans"), false);
  },
  "is asked by the server, which waits as long as it says": async () => {
    const socket = await clients.connected();
    const late = heard(socket, "question");
    assert.equal(await ask(socket, "ask me", 50), "TimeoutException");
    const [, answerLate] = await late;
    socket.once("question", (event, answer) => answer(`${event} yes`));
    assert.equal(await ask(socket, "ask me", PATIENCE), "really? yes");
    answerLate("too late");
    assert.equal(await ask(socket, "echo", "goes on"), "goes on");
  },
  "owes no answer when it is gone": async () => {
    const socket = await clients.connected();
    socket.once("question", () => socket.disconnect());
    socket.emit("ask me", PATIENCE, "going");
    assert.equal(await does("answer to", "going"), "IllegalStateException");
  },
  "waits for the server's answer as long as it says": async () => {
    const socket = await clients.connected();
    await assert.rejects(socket.timeout(50).emitWithAck("never"), /operation has timed out/);
  },
  "says who it is by an event": async () => {
    const socket = await clients.connected();
    assert.equal((await ask(socket, "who")).code, "unauthorized");
    assert.equal((await ask(socket, "login", "no token")).code, "unauthorized");
    assert.equal(await does("isOnline", "/", "jane"), false);
    assert.equal(await ask(socket, "login", await does("token", "jane")), "jane");
    assert.equal(await ask(socket, "who"), "jane");
    const note = heard(socket, "note");
    assert.equal(await does("sendToUser", "/", "jane", "note", 1), 1);
    assert.deepEqual(await note, [1]);
  },
  "says who it is by an API key, or by the headers of its requests": async () => {
    const apiKey = await does("apiKey", "robot");
    assert.equal(await ask(await clients.connected("/robots", { auth: { apiKey } }), "who"), "robot");
    const byHeader = { extraHeaders: { "X-API-Key": apiKey } };
    assert.equal(await ask(await clients.connected("/robots", byHeader), "who"), "robot");
    const bearer = { extraHeaders: { Authorization: "Bearer " + (await does("token", "kim")) } };
    assert.equal(await ask(await clients.connected("/members", bearer), "who"), "kim");
    const [error] = await heard(clients.connect("/robots", { auth: { apiKey: "wrong" } }), "connect_error");
    assert.deepEqual(error.data, { status: false, code: "unauthorized", message: error.message });
  },
  "is disconnected when its token is revoked": async () => {
    const token = await does("token", "lena");
    const socket = await clients.connected("/members", { auth: { token } });
    const gone = heard(socket, "disconnect");
    await does("revoke", token);
    assert.equal((await gone)[0], "io server disconnect");
    const [error] = await heard(clients.connect("/members", { auth: { token } }), "connect_error");
    assert.equal(error.message, "the token was revoked");
  },
  "is told when it sends an event too often": async () => {
    const socket = await clients.connected();
    assert.equal(await ask(socket, "once a day"), "today");
    const refusal = await ask(socket, "once a day");
    assert.equal(refusal.code, "too_many_requests");
    assert.ok(refusal.retryAfter > 0);
    assert.equal((await ask(socket, "nobody handles this")).code, "not_found");
  },
  "gets once more what its connection broke on, until it acknowledges": async () => {
    const socket = await member("mark");
    const first = heard(socket, "note");
    await does("keep", "atLeastOnce", "mark", WEEK, "hello");
    const [note, id] = await first;
    assert.equal(note, "hello");
    const second = heard(socket, "note");
    drop(socket);
    const [again, sameId, acknowledge] = await second;
    assert.deepEqual([again, sameId], ["hello", id]);
    acknowledge();
    assert.equal(await does("outcome", id), "DELIVERED");
    const third = heard(socket, "note");
    await comeBack(socket);
    await does("keep", "atLeastOnce", "mark", WEEK, "another");
    assert.equal((await third)[0], "another");
  },
  "gets what was stored while it was away, but for what has expired": async () => {
    await does("keep", "stored", "nora", WEEK, "first");
    assert.equal(await does("outcome", await does("keep", "stored", "nora", 1, "expired")), "EXPIRED");
    const last = await does("keep", "stored", "nora", WEEK, "last");
    const notes = [];
    const socket = clients.connect("/members", { auth: { token: await does("token", "nora") } });
    socket.on("note", (note, id, acknowledge) => acknowledge(notes.push(note)));
    assert.equal(await does("outcome", last), "DELIVERED");
    assert.deepEqual(notes, ["first", "last"]);
  },
  "is in its groups again when it comes back, by the server's memory": async () => {
    const socket = await member("otto", { groups: ["claimed"] });
    await does("joinGroup", "/members", "otto", "given");
    await comeBack(socket);
    const news = heard(socket, "news");
    assert.equal(await does("sendToGroup", "/members", "claimed", "news", "claimed"), 0);
    // the connection that was dropped may still count
    assert.ok((await does("sendToGroup", "/members", "given", "news", "given")) >= 1);
    assert.deepEqual(await news, ["given"]);
    await does("leaveGroup", "/members", "otto", "given");
    await comeBack(socket);
    assert.equal(await does("sendToGroup", "/members", "given", "news", "left"), 0);
  },
  "keeps the order of each session both ways, bytes among texts": async () => {
    const many = [...Array(300).keys()];
    const value = (i) => (i % 3 ? i : Buffer.from([i / 3]));
    const [one, other] = [await clients.connected(), await clients.connected()];
    const sockets = [one, other];
    const back = sockets.map((socket) => collect(socket, "recorded"));
    many.forEach((i) => sockets.forEach((socket) => socket.emit("record", value(i))));
    await Promise.all(sockets.map((socket) => ask(socket, "echo", "end")));
    back.forEach((values) => assert.deepEqual(values, many.map(value)));
  },
};

run(scenarios, () => clients.disconnectAll());
