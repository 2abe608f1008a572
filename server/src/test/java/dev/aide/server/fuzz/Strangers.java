package dev.aide.server.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Draws credentials that nobody was given. For one thread. */
final class Strangers {
    private final Dice dice;
    private final FuzzedPortal portal;

    Strangers(Dice dice, FuzzedPortal portal) {
        this.dice = dice;
        this.portal = portal;
    }

    /** Headers that let nobody in; none at all at times. */
    List<String> credentials() {
        return switch (dice.below(6)) {
            case 0 -> List.of();
            case 1 ->
                List.of("X-API-Key: " + dice.oneOf("", "ak_", "ak_aaaaaaaaaaaa_" + "b".repeat(43), "\u00e9\u00ff"));
            case 2 -> List.of("X-Ticket: forged");
            case 3 -> List.of("Authorization: Basic " + basic());
            case 4 -> List.of(portal.credential("bearer"), portal.credential("apiKey"), "X-Ticket: no");
            default -> List.of("Authorization: " + bearer());
        };
    }

    private String basic() {
        return dice.oneOf("", "!!!", "Og==", base64("Ada"), base64(dice.word(8) + ":guess"), base64(":"));
    }

    private String bearer() {
        String good = portal.token("notes:read");
        String[] parts = good.split("\\.", -1);
        String none = base64("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}");
        String nothing = base64("null");
        return dice.oneOf(
                "Bearer",
                "Bearer null",
                "bearer ..",
                "Digest username=\"Ada\"",
                "Bearer " + "a".repeat(3000),
                "Bearer " + nothing + "." + nothing + "." + nothing,
                "Bearer " + base64("[]") + "." + parts[1] + "." + parts[2],
                "Bearer " + base64("{\"alg\":{}}") + "." + parts[1] + "." + parts[2],
                "Bearer " + base64("[".repeat(1500)) + "." + parts[1] + "." + parts[2],
                "Bearer " + none + "." + parts[1] + ".",
                "Bearer " + parts[0] + "." + nothing + "." + parts[2],
                "Bearer " + parts[0] + "." + base64("{\"sub\":\"ada\",\"exp\":1e999}") + "." + parts[2],
                "Bearer " + parts[0] + "." + parts[1] + "." + base64("forged"),
                "Bearer " + good + "." + parts[2],
                "Bearer " + dice.word(20) + "\u00e9");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
