/** Socket.IO, protocol 5: packets, their text and their binary attachments. */
package dev.aide.server.socket.packet;
