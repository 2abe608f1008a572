// Drives two portals behind balancers with the client of the npm registry: node balancer.cjs URL1 URL2 TOKEN; a line for
// each scenario.
"use strict";
const assert = require("node:assert");
const http = require("node:http");
const net = require("node:net");
const { io } = require("socket.io-client");
const { PATIENCE, heard, run } = require("./scenarios.cjs");

const [first, second, token] = process.argv.slice(2);
const nodes = [new URL(first), new URL(second)];
const CLIENTS = 6;
const opened = [];

/** Sends requests to both nodes in turn; with affinity, those of one client to the node whose number its cookie has. */
async function balancer(hasAffinity) {
  let turn = 0;
  const used = new Set();
  const nodeFor = (request) => {
    const cookie = hasAffinity ? /node=(\d)/.exec(request.headers.cookie ?? "") : null;
    const number = cookie ? Number(cookie[1]) : turn++ % nodes.length;
    used.add(number);
    return number;
  };
  const server = http.createServer((request, response) => {
    const number = nodeFor(request);
    const { hostname, port } = nodes[number];
    const options = { hostname, port, path: request.url, method: request.method, headers: request.headers };
    const onward = http.request(options, (answer) => {
      const affinity = hasAffinity ? { "set-cookie": `node=${number}; Path=/; HttpOnly` } : {};
      response.writeHead(answer.statusCode, { ...answer.headers, ...affinity });
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  });
  server.on("upgrade", (request, socket, head) => {
    const { hostname, port } = nodes[nodeFor(request)];
    const onward = net.connect(port, hostname, () => {
      const lines = [`${request.method} ${request.url} HTTP/1.1`];
      for (let i = 0; i < request.rawHeaders.length; i += 2) {
        lines.push(`${request.rawHeaders[i]}: ${request.rawHeaders[i + 1]}`);
      }
      onward.write(lines.join("\r\n") + "\r\n\r\n");
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, used };
}

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
    await everybodyHears(await balancer(false), { transports: ["websocket"] });
  },
  "long polling goes by one with affinity": async () => {
    const clients = await everybodyHears(await balancer(true), { transports: ["polling"] });
    assert.equal(clients[0].io.engine.transport.name, "polling");
  },
  "long polling with an upgrade goes by one with affinity": async () => {
    const socket = connect((await balancer(true)).url, {});
    await heard(socket.io.engine, "upgrade");
    assert.equal(socket.io.engine.transport.name, "websocket");
    await everybodyHears(await balancer(true), {});
  },
  "long polling by any other is refused": async () => {
    const [error] = await heard(connect((await balancer(false)).url, { transports: ["polling"] }), "connect_error");
    assert.equal(error.description, 400);
  },
};

run(scenarios, () => opened.splice(0).forEach((socket) => socket.disconnect()));
