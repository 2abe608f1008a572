// Drives two portals behind balancers with the client of the npm registry: node balancer.cjs URL1 URL2 TOKEN; a line for
// each scenario.
"use strict";
const assert = require("node:assert");
const { io } = require("socket.io-client");
const { balancer } = require("./balancers.cjs");
const { PATIENCE, heard, run } = require("./scenarios.cjs");

const [first, second, token] = process.argv.slice(2);
const nodes = [first, second];
const CLIENTS = 6;
const opened = [];

function connect(url, options) {
  const socket = io(url, { forceNew: true, reconnection: false, withCredentials: true, auth: { token }, ...options });
  opened.push(socket);
  return socket;
}

/** Many connect by one balancer, and hear what one of them tells all. */
async function everybodyHears(balanced, options) {
  const clients = [];
  for (let i = 0; i < CLIENTS; i++) {
    const socket = connect(balanced.url, options);
    await heard(socket, "connect");
    clients.push(socket);
  }
  assert.deepEqual([...balanced.used].sort(), [0, 1]);
  const news = clients.map((socket) => heard(socket, "news"));
  await clients[0].timeout(PATIENCE).emitWithAck("to all", "news", "for everybody");
  assert.deepEqual(await Promise.all(news), Array(CLIENTS).fill(["for everybody"]));
  return clients;
}

const scenarios = {
  "WebSockets alone go by any balancer": async () => {
    await everybodyHears(await balancer(nodes, false), { transports: ["websocket"] });
  },
  "long polling goes by one with affinity": async () => {
    const clients = await everybodyHears(await balancer(nodes, true), { transports: ["polling"] });
    assert.equal(clients[0].io.engine.transport.name, "polling");
  },
  "long polling with an upgrade goes by one with affinity": async () => {
    const socket = connect((await balancer(nodes, true)).url, {});
    await heard(socket.io.engine, "upgrade");
    assert.equal(socket.io.engine.transport.name, "websocket");
    await everybodyHears(await balancer(nodes, true), {});
  },
  "long polling by any other is refused": async () => {
    const [error] = await heard(connect((await balancer(nodes, false)).url, { transports: ["polling"] }), "connect_error");
    assert.equal(error.description, 400);
  },
};

run(scenarios, () => opened.splice(0).forEach((socket) => socket.disconnect()));
