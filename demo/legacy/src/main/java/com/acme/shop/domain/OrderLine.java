package com.acme.shop.domain;

import java.math.BigDecimal;

public class OrderLine {
    private final String sku;
    private final int quantity;
    private final BigDecimal price;

    public OrderLine(String sku, int quantity, BigDecimal price) {
        this.sku = sku;
        this.quantity = quantity;
        this.price = price;
    }

    public String getSku() {
        return sku;
    }

    public int getQuantity() {
        return quantity;
    }

    public BigDecimal total() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
