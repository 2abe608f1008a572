/** Who may do what, and whose things are. */
package com.acme.notes.access;
