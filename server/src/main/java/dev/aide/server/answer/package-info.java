/** From what a handler returns or throws to status, headers and bytes. */
package dev.aide.server.answer;
