/**
 * Engine.IO, protocol 4: sessions over long polling and WebSocket, upgrade, heartbeat. Knows nothing of the server beneath,
 * nor of what is in a message.
 */
package dev.aide.server.socket.engine;
