// Takes the client of the npm registry beyond limits: node limits.cjs TRANSPORTS NAME=URL..., the portals by what is special of
// each; a line for each scenario.
"use strict";
const assert = require("node:assert");
const { heard, run, until } = require("./scenarios.cjs");
const { Clients, ask } = require("./clients.cjs");

const [transports, ...portals] = process.argv.slice(2);
const at = Object.fromEntries(portals.map((portal) => portal.split("=")).map(([name, url]) => [name, new Clients(url, transports)]));
const MANY = 1000;

/** Stops to read; what is returned reads on. */
function pause(socket) {
  const { transport } = socket.io.engine;
  if (transport.name === "websocket") {
    transport.ws.pause();
    return () => transport.ws.resume();
  }
  let isDue = false;
  transport._poll = () => (isDue = true);
  return () => {
    delete transport._poll;
    if (isDue) transport._poll();
  };
}

/** Answers no ping from now on. */
function mute(socket) {
  const { engine } = socket.io;
  const send = engine._sendPacket.bind(engine);
  engine._sendPacket = (type, ...rest) => type === "pong" || send(type, ...rest);
}

/** Waits until the server says that a client is gone, and why. */
async function departed(portal, reason) {
  const watcher = await at.lively.connected();
  await until(true, async () => (await ask(watcher, "departures", portal)).includes(reason));
}

/** A client that does not read while far too much is sent to it. */
async function flooded(portal) {
  const slow = await at[portal].connected();
  await at[portal].upgraded(slow);
  const numbers = [];
  slow.on("number", (number) => numbers.push(number));
  await ask(slow, "join", "slow");
  const resume = pause(slow);
  await ask(await at[portal].connected(), "flood", "slow", MANY);
  return { slow, numbers, resume };
}

/** With what a client that reads on ends up. */
async function whatIsLeft(portal) {
  const { slow, numbers, resume } = await flooded(portal);
  resume();
  assert.equal(await ask(slow, "echo", "end"), "end");
  assert.ok(numbers.length < MANY);
  assert.deepEqual(numbers, [...new Set(numbers)].sort((a, b) => a - b));
  return numbers;
}

/** How a client is told that it went too far: by the WebSocket's close, or the status of its request. */
async function refused(socket, closeCode, status) {
  const [reason, details] = await heard(socket, "disconnect");
  if (socket.io.engine.transport.name === "websocket") {
    assert.equal(reason, "transport close");
    assert.equal(details.context.code, closeCode);
  } else if (reason === "transport error") {
    assert.equal(details.description, status);
  } else {
    assert.equal(details.description, "transport closed by the server");
  }
}

const scenarios = {
  "disconnects a client that takes too little": async () => {
    const { slow, resume } = await flooded("slow");
    const gone = heard(slow, "disconnect");
    await departed("slow", "the client is too slow");
    resume();
    await gone;
    await heard(slow, "connect");
    assert.equal(await ask(slow, "echo", "again"), "again");
  },
  "drops the oldest messages for a client that takes too little": async () => {
    assert.equal((await whatIsLeft("oldest")).at(-1), MANY - 1);
  },
  "drops the newest messages for a client that takes too little": async () => {
    const numbers = await whatIsLeft("newest");
    assert.equal(numbers[0], 0);
    assert.ok(!numbers.includes(MANY - 1));
  },
  "refuses a message that is too large": async () => {
    const socket = await at.strict.connected();
    await at.strict.upgraded(socket);
    const end = refused(socket, 1009, 413);
    socket.emit("echo", "x".repeat(30_000));
    await end;
    await heard(socket, "connect");
    assert.equal((await ask(socket, "echo", "x".repeat(10_000))).length, 10_000);
  },
  "refuses what is malformed": async () => {
    const socket = await at.strict.connected();
    await at.strict.upgraded(socket);
    const end = refused(socket, 1002, 400);
    socket.io.engine.write("?");
    await end;
    await heard(socket, "connect");
    assert.equal(await ask(socket, "echo", "again"), "again");
  },
  "lets in no more clients than there may be": async () => {
    const first = await at.full.connected();
    const second = at.full.connect();
    const [error] = await heard(second, "connect_error");
    const status = transports === "websocket" ? error.description.message : error.description;
    assert.match(String(status), /503/);
    first.disconnect();
    await heard(second, "connect");
  },
  "lets a client go that does not answer pings": async () => {
    const socket = at.silent.connect("/", { reconnection: false });
    mute(socket);
    await heard(socket, "connect");
    await heard(socket, "disconnect");
    await departed("silent", "ping timeout");
  },
  "keeps one that does": async () => {
    const socket = await at.lively.connected();
    const { id } = socket;
    for (let i = 0; i < 5; i++) await heard(socket.io, "ping");
    assert.equal(await ask(socket, "echo", "still there"), "still there");
    assert.equal(socket.id, id);
  },
};

run(scenarios, () => Object.values(at).forEach((clients) => clients.disconnectAll()));
