package com.acme.shop.domain;

import java.math.BigDecimal;

public class PremiumCustomer extends Customer {
    private final BigDecimal discount;

    public PremiumCustomer(Long id, String name, String email, String city, BigDecimal discount) {
        super(id, name, email, city);
        this.discount = discount;
    }

    @Override
    public BigDecimal getDiscount() {
        return discount;
    }
}
