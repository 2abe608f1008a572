/** Accounts: sign-up, log-in, pictures, keys. */
package com.acme.notes.account;
