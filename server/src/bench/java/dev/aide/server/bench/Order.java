package dev.aide.server.bench;

/** What is ordered. */
record Order(String article, int quantity, double price) {}
