package com.acme.shop.domain;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

public enum OrderStatus {
    NEW("N", Arrays.asList("open", "incoming")),
    DRAFT("D", Collections.singletonList("offer")),
    CANCELLED("C", Collections.<String>emptyList());

    private final String code;
    private final List<String> oldNames;

    OrderStatus(String code, List<String> oldNames) {
        this.code = code;
        this.oldNames = oldNames;
    }

    /** Files written before 2009 carry the old names in full. */
    public static OrderStatus of(String text) {
        for (OrderStatus status : values()) {
            if (status.code.equals(text) || status.oldNames.contains(text)) {
                return status;
            }
        }
        throw new IllegalArgumentException("No such order status: " + text);
    }
}
