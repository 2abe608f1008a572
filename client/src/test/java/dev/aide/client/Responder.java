package dev.aide.client;

/** Answers the requests of a test. */
@FunctionalInterface
interface Responder {
    Reply answer(Seen request) throws Exception;
}
