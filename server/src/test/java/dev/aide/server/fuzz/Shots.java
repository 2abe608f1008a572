package dev.aide.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.server.fuzz.Shot.Expected;
import java.util.List;
import java.util.Optional;

/** Draws what to send to an operation: right, nearly right, hostile, from a stranger, or no HTTP at all. For one thread. */
final class Shots {
    private final Dice dice;
    private final FuzzedPortal portal;
    private final Drafts drafts;
    private final Spoiler spoiler;
    private final Strangers strangers;

    Shots(Dice dice, JsonNode document, FuzzedPortal portal) {
        this.dice = dice;
        this.portal = portal;
        this.drafts = new Drafts(dice, new ValidValues(dice, document, portal));
        this.spoiler = new Spoiler(dice, drafts);
        this.strangers = new Strangers(dice, portal);
    }

    Shot at(Operation operation) {
        int kind = dice.below(100);
        if (kind < 35) {
            boolean mustServe = operation.isExact() && !operation.namesWhatMustBeThere();
            Expected expected = mustServe ? Expected.SUCCESS : Expected.ANSWER;
            return shot(operation, "valid", expected, known(operation, drafts.valid(operation)));
        }
        if (kind < 60 && operation.isBound() && operation.isExact()) {
            return shot(operation, "nearly valid", Expected.REFUSAL, known(operation, spoiler.spoiled(operation)));
        }
        if (kind < 75) {
            return shot(operation, "hostile", Expected.ANSWER, known(operation, drafts.hostile(operation)));
        }
        if (kind < 85 && !operation.schemes().isEmpty()) {
            return stranger(operation);
        }
        byte[] good = known(operation, drafts.valid(operation)).bytes();
        return shot(operation, "malformed", Expected.ANYTHING, new Malformed(dice).of(good), Optional.empty());
    }

    /** With a credential that lets it in, if one is needed. */
    private RequestDraft known(Operation operation, RequestDraft draft) {
        if (operation.schemes().isEmpty()) {
            return draft;
        }
        if (operation.namesWhatMustBeThere()) {
            draft.header(portal.adminToken());
        }
        return draft.header(portal.credential(dice.oneOf(operation.schemes())));
    }

    private Shot stranger(Operation operation) {
        RequestDraft draft = drafts.valid(operation);
        if (operation.needsScopes() && dice.chance(30)) {
            return shot(
                    operation,
                    "lacking a scope",
                    Expected.FORBIDDEN,
                    draft.header("Authorization: Bearer " + portal.token()));
        }
        List<String> headers = strangers.credentials();
        headers.forEach(draft::header);
        return shot(operation, "stranger", Expected.STRANGER, draft);
    }

    private static Shot shot(Operation operation, String kind, Expected expected, RequestDraft draft) {
        return shot(operation, kind, expected, draft.bytes(), Optional.of(draft));
    }

    private static Shot shot(
            Operation operation, String kind, Expected expected, byte[] bytes, Optional<RequestDraft> draft) {
        boolean mayBeThrottled = operation.isLimited() || operation.schemes().contains("basic");
        return new Shot(operation.name() + ", " + kind, expected, mayBeThrottled, bytes, draft);
    }
}
