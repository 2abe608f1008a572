package dev.aide.server.found;

import dev.aide.server.Endpoint;
import java.util.Map;

/** Found by scanning its package. */
class Greetings {

    @Endpoint(value = "/found/{name}", gate = "all")
    Map<String, String> greet(String name) {
        return Map.of("hello", name);
    }
}
