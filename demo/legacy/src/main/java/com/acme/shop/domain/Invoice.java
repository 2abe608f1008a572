package com.acme.shop.domain;

import java.math.BigDecimal;

public class Invoice {
    private final String number;
    private final Long customerId;
    private final BigDecimal amount;
    private final String dueOn;

    public Invoice(String number, Long customerId, BigDecimal amount, String dueOn) {
        this.number = number;
        this.customerId = customerId;
        this.amount = amount;
        this.dueOn = dueOn;
    }

    public String getNumber() {
        return number;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    /** As an ISO date. */
    public String getDueOn() {
        return dueOn;
    }
}
