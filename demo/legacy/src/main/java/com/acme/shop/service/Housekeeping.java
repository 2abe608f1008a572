package com.acme.shop.service;

import com.acme.shop.dao.Repository;
import com.acme.shop.domain.Order;
import com.acme.shop.domain.OrderStatus;
import java.util.Iterator;
import java.util.Map;

/** Keeps the live tables small. Works on whatever repositories the configuration names. */
public class Housekeeping {
    private final Map repositories;

    public Housekeeping(Map repositories) {
        this.repositories = repositories;
    }

    /** Moves the cancelled orders out of the live table. */
    public int archiveCancelled() {
        Repository live = (Repository) repositories.get("orders");
        Repository archive = (Repository) repositories.get("archive");
        int moved = 0;
        for (Iterator i = live.findAll().iterator(); i.hasNext(); ) {
            Order order = (Order) i.next();
            if (order.getStatus() == OrderStatus.CANCELLED) {
                archive.save(order);
                live.delete(order.getId());
                moved++;
            }
        }
        return moved;
    }
}
