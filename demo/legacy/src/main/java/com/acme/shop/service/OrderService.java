package com.acme.shop.service;

import com.acme.shop.dao.Repository;
import com.acme.shop.domain.Order;
import com.acme.shop.domain.OrderStatus;
import com.acme.shop.event.EventBus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

public class OrderService {
    private final Repository<Order> orders;
    private final CustomerService customers;
    private final Set<Long> blockedCustomers;
    private final EventBus events;
    private final List<Order> held = new ArrayList<Order>();
    private final List<Order> rejected = new ArrayList<Order>();

    public OrderService(
            Repository<Order> orders, CustomerService customers, Set<Long> blockedCustomers, EventBus events) {
        this.orders = orders;
        this.customers = customers;
        this.blockedCustomers = blockedCustomers;
        this.events = events;
    }

    public void take(Order order) {
        if (!customers.find(order.getCustomerId()).isPresent()) {
            rejected.add(order);
        } else if (blockedCustomers.contains(order.getCustomerId())) {
            held.add(order);
        } else {
            orders.save(order);
            events.publish(order);
        }
    }

    public List<Order> findByStatus(OrderStatus status) {
        List<Order> found = orders.findWhere(order -> order.getStatus() == status);
        found.sort(Comparator.comparing(Order::total).reversed());
        return found;
    }

    public List<Order> getHeld() {
        return held.isEmpty() ? Collections.EMPTY_LIST : Collections.unmodifiableList(held);
    }

    public List<Order> getRejected() {
        return Collections.unmodifiableList(rejected);
    }

    public Map<OrderStatus, Integer> countByStatus() {
        Map<OrderStatus, Integer> counts = new EnumMap<OrderStatus, Integer>(OrderStatus.class);
        for (Order order : orders.findAll()) {
            counts.merge(order.getStatus(), 1, Integer::sum);
        }
        return counts;
    }
}
