package dev.aide.server;

import java.util.Map;

/** Found by ServiceLoader. */
public final class Provided implements Endpoints {

    @Endpoint(value = "/provided", gate = "all")
    Map<String, Boolean> provided() {
        return Map.of("provided", true);
    }
}
