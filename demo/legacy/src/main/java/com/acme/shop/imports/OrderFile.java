package com.acme.shop.imports;

import com.acme.shop.domain.Order;
import com.acme.shop.domain.OrderLine;
import com.acme.shop.domain.OrderStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The day's orders: a head row <code>O</code>, then its lines <code>L</code> and what the sales desk noted. */
public class OrderFile {

    public List<Order> read() {
        List<Order> orders = new ArrayList<Order>();
        String[] head = null;
        List lines = new ArrayList();
        for (String[] row : new CsvFile("orders.csv").rows()) {
            if (row[0].equals("O")) {
                if (head != null) {
                    orders.add(toOrder(head, lines));
                }
                head = row;
                lines = new ArrayList();
            } else if (row[0].equals("L")) {
                lines.add(new OrderLine(row[1], Integer.parseInt(row[2]), new BigDecimal(row[3])));
            } else {
                // a note: keep it, the sales desk wants to see it
                lines.add(row[0]);
            }
        }
        orders.add(toOrder(head, lines));
        return orders;
    }

    private Order toOrder(String[] head, List lines) {
        return new Order(Long.valueOf(head[1]), Long.valueOf(head[2]), OrderStatus.of(head[3]), lines);
    }
}
