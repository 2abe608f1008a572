/** The team room: what everybody who has an account says to each other, live. */
package com.acme.notes.room;
