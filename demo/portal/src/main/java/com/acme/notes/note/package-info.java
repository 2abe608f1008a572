/** Notes: written, found, changed and deleted. */
package com.acme.notes.note;
