/** What people wrote in a day, by mail. */
package com.acme.notes.digest;
