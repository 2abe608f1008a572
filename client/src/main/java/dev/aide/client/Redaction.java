package dev.aide.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** Knows which headers, query parameters and JSON fields hold secrets, and hides them. */
final class Redaction {
    private static final String HIDDEN = "***";
    private static final List<String> STANDARD = List.of(
            "authorization",
            "proxyauthorization",
            "cookie",
            "setcookie",
            "xapikey",
            "apikey",
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "secret",
            "clientsecret",
            "token",
            "accesstoken",
            "refreshtoken",
            "idtoken",
            "authtoken",
            "xauthtoken",
            "sessionid",
            "privatekey",
            "signature",
            "otp",
            "cardnumber",
            "cvv",
            "cvc");

    private final Set<String> names;

    private Redaction(Set<String> names) {
        this.names = names;
    }

    static Redaction standard() {
        return new Redaction(Set.copyOf(STANDARD));
    }

    Redaction and(Collection<String> more) {
        Set<String> all = new HashSet<>(names);
        more.forEach(name -> all.add(plain(name)));
        return new Redaction(Set.copyOf(all));
    }

    boolean isSecret(String name) {
        return names.contains(plain(name));
    }

    // Api-Key, api_key and apiKey are one name
    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Without user, password and fragment, and with the values of secret parameters hidden. */
    String url(HttpUrl url) {
        if (url.querySize() == 0
                && url.encodedUsername().isEmpty()
                && url.encodedPassword().isEmpty()
                && url.encodedFragment() == null) {
            return url.toString();
        }
        HttpUrl.Builder hidden =
                url.newBuilder().username("").password("").fragment(null).query(null);
        for (int i = 0; i < url.querySize(); i++) {
            String name = url.queryParameterName(i);
            hidden.addQueryParameter(name, isSecret(name) ? HIDDEN : url.queryParameterValue(i));
        }
        return hidden.build().toString();
    }

    String headers(Headers headers) {
        List<String> fields = new ArrayList<>();
        headers.forEach(header ->
                fields.add(header.getFirst() + ": " + (isSecret(header.getFirst()) ? HIDDEN : header.getSecond())));
        return String.join(", ", fields);
    }

    JsonNode json(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> field.setValue(
                            isSecret(field.getKey()) ? TextNode.valueOf(HIDDEN) : json(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::json);
        }
        return node;
    }
}
