/**
 * Sockets with identity: start at {@link dev.aide.server.socket.Sockets}. Socket.IO over long polling and WebSocket, and
 * plain JSON over WebSocket, with the gates that HTTP has.
 */
package dev.aide.server.socket;
