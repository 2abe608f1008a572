/** The page for those who run a portal: what it shows, and what can be changed there. */
package dev.aide.server.admin;
