// Clients of the npm registry, over the transports that a test asks for: "polling", "websocket", or those they have by default.
"use strict";
const { io } = require("socket.io-client");
const { PATIENCE, heard } = require("./scenarios.cjs");

class Clients {
  constructor(url, transports) {
    this.url = url;
    this.mayUpgrade = transports === "default";
    this.options = this.mayUpgrade ? {} : { transports: [transports] };
    this.opened = [];
  }

  connect(namespace = "/", more = {}) {
    const socket = io(this.url + namespace, { forceNew: true, reconnectionDelay: 10, ...this.options, ...more });
    this.opened.push(socket);
    return socket;
  }

  async connected(namespace, more) {
    const socket = this.connect(namespace, more);
    await heard(socket, "connect");
    return socket;
  }

  /** Waits until a client is where it wants to be: one with default transports begins with long polling. */
  async upgraded(socket) {
    if (this.mayUpgrade && socket.io.engine.transport.name === "polling") {
      await heard(socket.io.engine, "upgrade");
    }
  }

  disconnectAll() {
    this.opened.splice(0).forEach((socket) => socket.disconnect());
  }
}

/** Asks, and waits for the answer with patience. */
function ask(socket, event, ...values) {
  return socket.timeout(PATIENCE).emitWithAck(event, ...values);
}

/** Drops the connection as a network does: nobody says anything. */
function drop(socket) {
  const { transport } = socket.io.engine;
  if (transport.name === "polling") {
    transport.onClose();
  } else {
    transport.ws.terminate();
  }
}

module.exports = { Clients, ask, drop };
