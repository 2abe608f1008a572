package com.acme.shop.domain;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;

public class Order implements Entity, Iterable<OrderLine> {
    private final Long id;
    private final Long customerId;
    private final OrderStatus status;
    private final List<OrderLine> lines;

    public Order(Long id, Long customerId, OrderStatus status, List<OrderLine> lines) {
        this.id = id;
        this.customerId = customerId;
        this.status = status;
        this.lines = lines;
    }

    @Override
    public Long getId() {
        return id;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public OrderStatus getStatus() {
        return status;
    }

    public int getPositions() {
        return lines.size();
    }

    @Override
    public Iterator<OrderLine> iterator() {
        return lines.iterator();
    }

    public BigDecimal total() {
        BigDecimal total = BigDecimal.ZERO;
        for (OrderLine line : this) {
            total = total.add(line.total());
        }
        return total;
    }
}
