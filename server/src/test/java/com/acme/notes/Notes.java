package com.acme.notes;

import dev.aide.server.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Handlers, some of which break what they say. */
final class Notes {

    @Endpoint(value = "/api/notes/{id}", gate = "all", summary = "Reads a note")
    Map<String, Object> read(long id) {
        return Map.of("id", id, "text", "buy tea");
    }

    @Endpoint(value = "/api/tags", gate = "all", summary = "Lists all tags")
    List<String> tags() {
        return Pollution.listOf("tea", 7);
    }

    @Endpoint(value = "/api/tags/{tag}", gate = "all", summary = "Counts the notes of a tag")
    CompletableFuture<Integer> count(String tag) {
        return CompletableFuture.supplyAsync(() -> sum(Pollution.listOf(tag)));
    }

    private static int sum(List<Integer> counts) {
        return counts.size();
    }

    @Endpoint(value = "/api/broken", gate = "all", summary = "Fails by itself")
    String broken() {
        return List.<String>of().iterator().next();
    }
}
