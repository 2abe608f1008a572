/** The description of a portal for programs and people, made of its routes. */
package dev.aide.server.openapi;
