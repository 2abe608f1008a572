package com.acme.shop.domain;

import java.math.BigDecimal;

public class Customer implements Entity {
    private final Long id;
    private final String name;
    private final String email;
    private final String city;

    public Customer(Long id, String name, String email, String city) {
        this.id = id;
        this.name = name;
        this.email = email;
        this.city = city;
    }

    @Override
    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getEmail() {
        return email;
    }

    public String getCity() {
        return city;
    }

    /** Percent off each order. */
    public BigDecimal getDiscount() {
        return BigDecimal.ZERO;
    }

    @Override
    public String toString() {
        return name + " (" + city + ")";
    }
}
