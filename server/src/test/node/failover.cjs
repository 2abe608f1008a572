// Clients of the npm registry behind balancers, whose node goes: node failover.cjs URL OTHER_URL THIRD_URL GROUP WATCHER_TOKEN
// WEBSOCKET_TOKEN POLLING_TOKEN DEFAULT_TOKEN; a line for each that has gone on on another node. All are on the first one when
// the group has its three members, who are called after it: then it is to go.
"use strict";
const assert = require("node:assert");
const { setTimeout: sleep } = require("node:timers/promises");
const { io } = require("socket.io-client");
const { balancer } = require("./balancers.cjs");
const { PATIENCE, heard, run } = require("./scenarios.cjs");

const [first, second, third, group, watcherToken, ...tokens] = process.argv.slice(2);
const clients = [
  { name: "websocket", hasAffinity: false, options: { transports: ["websocket"] } },
  { name: "polling", hasAffinity: true, options: { transports: ["polling"] } },
  { name: "default", hasAffinity: true, options: {} },
];

function ask(socket, event, ...values) {
  return socket.timeout(PATIENCE).emitWithAck(event, ...values);
}

/** Waits until a balancer would see by itself that a node is out. */
async function untilNotReady(url) {
  const end = Date.now() + PATIENCE;
  const answer = () => fetch(url + "/health/ready").catch(() => ({ ok: false }));
  while ((await answer()).ok) {
    assert.ok(Date.now() < end, "the node that goes is still ready");
    await sleep(100);
  }
}

/** It has two messages and a group to come back to. */
async function goesOn({ name, hasAffinity, options }, token, watcher) {
  const user = name + " " + group;
  const balanced = await balancer([first, second, third], hasAffinity);
  const socket = io(balanced.url, { forceNew: true, withCredentials: true, auth: { token }, ...options });
  await heard(socket, "connect");
  assert.deepEqual([...balanced.used], [0]);
  const before = heard(socket, "kept");
  await ask(watcher, "keep", user, "not acknowledged");
  const [, idBefore] = await before;
  const gone = new Promise((resolve) =>
    socket.once("disconnect", () => {
      balanced.isOpen = false;
      resolve();
    }),
  );
  await ask(socket, "join", user, "team of " + user);
  await ask(socket, "join", user, group);

  await gone;
  await ask(watcher, "keep", user, "while it was away");
  const kept = [];
  const isComplete = new Promise((resolve) =>
    socket.on("kept", (text, id, acknowledge) => {
      acknowledge();
      if (kept.push([text, id]) === 2) resolve();
    }),
  );
  await untilNotReady(first);
  balanced.out.add(0);
  const connected = heard(socket, "connect");
  balanced.isOpen = true;
  await connected;
  await isComplete;

  assert.deepEqual(kept[0], ["not acknowledged", idBefore]);
  assert.equal(kept[1][0], "while it was away");
  const news = heard(socket, "news");
  await ask(watcher, "to group", "team of " + user, "news", "for the team");
  assert.deepEqual(await news, ["for the team"]);
  balanced.used.delete(0);
  assert.ok(balanced.used.size > 0);
}

const watcher = io(second, { forceNew: true, transports: ["websocket"], auth: { token: watcherToken } });
const scenarios = {};
clients.forEach((client, i) => {
  const end = goesOn(client, tokens[i], watcher);
  // it is awaited later
  end.catch(() => {});
  scenarios[client.name] = () => end;
});
run(scenarios);
