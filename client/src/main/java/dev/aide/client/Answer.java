package dev.aide.client;

/** What came of an attempt, and whether the server may have seen it. */
record Answer<T>(Response<T> response, boolean sent) {}
