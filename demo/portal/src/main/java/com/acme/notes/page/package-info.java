/** The page that people use. */
package com.acme.notes.page;
