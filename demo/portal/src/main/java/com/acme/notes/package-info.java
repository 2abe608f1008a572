/** Notes: a small product on the portal, the store and the client. Begin to read at {@link com.acme.notes.NotesApp}. */
package com.acme.notes;
