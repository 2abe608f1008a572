// Balancers before the nodes of one portal: for a test of how clients find their way.
"use strict";
const http = require("node:http");
const net = require("node:net");

/**
 * Sends requests to the nodes in turn; with affinity, those of one client to the node whose number its cookie has. Sends no
 * new session to a node that is out, and lets nobody in while it is closed.
 */
async function balancer(urls, hasAffinity) {
  const nodes = urls.map((url) => new URL(url));
  const balanced = { used: new Set(), out: new Set(), isOpen: true };
  let turn = 0;

  const nodeFor = (request) => {
    const cookie = hasAffinity ? /node=(\d)/.exec(request.headers.cookie ?? "") : null;
    let number = cookie ? Number(cookie[1]) : turn++ % nodes.length;
    const isNew = !new URL(request.url, "http://portal").searchParams.has("sid");
    while (isNew && balanced.out.has(number)) {
      number = (number + 1) % nodes.length;
    }
    balanced.used.add(number);
    return number;
  };

  const server = http.createServer((request, response) => {
    const number = nodeFor(request);
    const { hostname, port } = nodes[number];
    const options = { hostname, port, path: request.url, method: request.method, headers: request.headers };
    const onward = http.request(options, (answer) => {
      const affinity = hasAffinity ? { "set-cookie": `node=${number}; Path=/; HttpOnly` } : {};
      response.writeHead(answer.statusCode, { ...answer.headers, ...affinity });
      answer.on("error", () => response.destroy());
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  });
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
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
    socket.on("close", () => onward.destroy());
  });
  server.on("connection", (socket) => balanced.isOpen || socket.destroy());
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(balanced, { url: `http://127.0.0.1:${server.address().port}` });
}

module.exports = { balancer };
