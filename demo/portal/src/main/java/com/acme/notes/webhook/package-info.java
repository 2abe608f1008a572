/** Tells another service of new notes, however often that fails at first. */
package com.acme.notes.webhook;
