// Speaks plain JSON with a portal by a bare WebSocket, as a page would: node json.cjs URL TOKEN; a line for each scenario.
"use strict";
const assert = require("node:assert");
const { PATIENCE, run } = require("./scenarios.cjs");
// Node has the browser's own from release 22 on
const WebSocket = globalThis.WebSocket || require("ws");

const [url, token] = process.argv.slice(2);

class Connection {
  constructor() {
    this.arrived = [];
    this.waiting = [];
    this.socket = new WebSocket(url.replace("http", "ws") + "/ws");
    this.opened = new Promise((resolve, reject) => {
      this.socket.onopen = resolve;
      this.socket.onerror = reject;
    });
    this.closed = new Promise((resolve) => (this.socket.onclose = (event) => resolve(event.code)));
    this.socket.onmessage = (event) => {
      const message = JSON.parse(event.data);
      this.waiting.length ? this.waiting.shift()(message) : this.arrived.push(message);
    };
  }

  send(message) {
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  next() {
    if (this.arrived.length) return Promise.resolve(this.arrived.shift());
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("nothing came")), PATIENCE);
      this.waiting.push((message) => {
        clearTimeout(timer);
        resolve(message);
      });
    });
  }

  async ask(message) {
    this.send(message);
    return this.next();
  }
}

async function connected(namespace, auth) {
  const connection = new Connection();
  await connection.opened;
  const answer = await connection.ask({ connect: namespace, auth });
  assert.equal(answer.connected, namespace);
  return connection;
}

const scenarios = {
  "connects, asks and is answered": async () => {
    const connection = await connected("/members", { token });
    const answer = await connection.ask({ namespace: "/members", event: "who", id: 1 });
    assert.deepEqual(answer, { ack: 1, data: ["ada"], namespace: "/members" });
  },
  "is refused in JSON": async () => {
    const connection = new Connection();
    await connection.opened;
    const refusal = await connection.ask({ connect: "/members" });
    assert.equal(refusal.refused, "/members");
    assert.equal(refusal.error.code, "unauthorized");
  },
  "hears events of a group": async () => {
    const connection = await connected("/", {});
    assert.deepEqual(await connection.next(), { event: "auth", data: [{}] });
    await connection.ask({ event: "join", data: ["json"], id: 1 });
    connection.send({ event: "tell", data: ["json", "grüße €"], id: 2 });
    assert.deepEqual(await connection.next(), { event: "news", data: ["grüße €"] });
    assert.deepEqual(await connection.next(), { ack: 2, data: [1] });
  },
  "is closed for what is malformed": async () => {
    const connection = await connected("/members", { token });
    connection.send("no JSON");
    assert.equal(await connection.closed, 1007);
  },
};

run(scenarios);
