/** Mails, which go out in the background: here, into a folder. */
package com.acme.notes.mail;
