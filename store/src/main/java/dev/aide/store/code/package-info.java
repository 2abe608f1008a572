/** Codes that nobody can guess. */
package dev.aide.store.code;
