package dev.aide.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;

/** Draws values that attackers send. For one thread. */
final class HostileValues {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "true",
            "-0",
            "01",
            "+1",
            "1.0",
            "1e999",
            "NaN",
            "0x10",
            "1_000",
            "\u0661\u0662",
            "9".repeat(400),
            "../../../../etc/passwd",
            "..\\..\\boot.ini",
            "file:///etc/passwd",
            "http://127.0.0.1:1/",
            "' OR '1'='1",
            "1; DROP TABLE notes --",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}",
            "{{7*7}}",
            "%s%n%x",
            "a\r\nX-Injected: yes\r\n\r\nHTTP/1.1 200 OK",
            "\u0000",
            "a\u0000b",
            "\u001b[31m",
            "\ufeff",
            "\u202e",
            "\u2028",
            "\uffff",
            "\ud83d\ude00",
            "a".repeat(5000),
            "\u00e9".repeat(700),
            "__proto__",
            "@type",
            "-999999999-01-01",
            "+999999999-12-31",
            "2026-02-30",
            "24:00:00",
            "PT9223372036854775807S",
            "P999999999Y",
            "00000000-0000-0000-0000-00000000000g",
            "1-1-1-1-1",
            "====",
            "http://[::1",
            "GMT+99");

    private static final List<String> JSON_TEXTS = List.of(
            "null",
            "[]",
            "{}",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000\"",
            "1e999999999",
            "-1e-999999999",
            "1e2147483648",
            "0.1e99",
            "-0.0",
            "9".repeat(99),
            "9".repeat(2000),
            "NaN",
            "Infinity",
            "01",
            "'single'",
            "\"tab\there\"",
            "[" + "0,".repeat(3000) + "0]",
            "[".repeat(60) + "]".repeat(60),
            "[".repeat(20_000),
            "{\"a\":".repeat(40) + "1" + "}".repeat(40),
            "{\"a\":1,\"a\":2}",
            "{\"\\ud800\":1}",
            "{\"" + "k".repeat(60_000) + "\":1}",
            "{\"__proto__\":{}}",
            "{\"@class\":\"javax.swing.JEditorPane\"}",
            "[\"javax.swing.JEditorPane\",{}]",
            "\u0000",
            "/* */ 1",
            "\u00ff",
            "\u00ed\u00a0\u0080");

    private final Dice dice;

    HostileValues(Dice dice) {
        this.dice = dice;
    }

    String text() {
        return dice.chance(80) ? dice.oneOf(TEXTS) : dice.text(200);
    }

    /** A piece of JSON, or of what is none, each character a byte. */
    String json() {
        return dice.oneOf(JSON_TEXTS);
    }

    /** A value that is JSON for sure. */
    JsonNode value() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (dice.below(6)) {
            case 0 -> json.nullNode();
            case 1 -> json.arrayNode().add(json.arrayNode());
            case 2 -> json.numberNode(new BigDecimal("1E+" + dice.oneOf("400", "5000", "999999999")));
            case 3 -> json.booleanNode(dice.chance(50));
            default -> json.textNode(text());
        };
    }
}
