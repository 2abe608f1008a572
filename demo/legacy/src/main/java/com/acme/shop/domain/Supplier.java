package com.acme.shop.domain;

public class Supplier implements Entity {
    private final Long id;
    private final String name;

    public Supplier(Long id, String name) {
        this.id = id;
        this.name = name;
    }

    @Override
    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }
}
