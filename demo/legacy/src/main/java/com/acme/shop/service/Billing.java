package com.acme.shop.service;

import com.acme.shop.dao.InvoiceDao;
import com.acme.shop.domain.Invoice;
import com.acme.shop.domain.Order;
import com.acme.shop.domain.OrderStatus;
import com.acme.shop.event.EventBus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** Writes an invoice for each new order that is taken. */
public class Billing implements EventBus.Listener<Order> {
    private final InvoiceDao invoices;
    private final CustomerService customers;
    private final AtomicReference<Invoice> last = new AtomicReference<Invoice>();

    public Billing(InvoiceDao invoices, CustomerService customers) {
        this.invoices = invoices;
        this.customers = customers;
    }

    @Override
    public void on(Order order) {
        if (order.getStatus() == OrderStatus.NEW) {
            Invoice invoice = new Invoice("R" + order.getId(), order.getCustomerId(), net(order), "2014-04-30");
            invoices.insert(invoice);
            last.set(invoice);
        }
    }

    public AtomicReference<Invoice> lastInvoice() {
        return last;
    }

    public Map<String, BigDecimal> openByCustomer(Iterable<Long> customerIds) {
        Map<String, BigDecimal> open = new TreeMap<String, BigDecimal>();
        for (Long id : customerIds) {
            List<Invoice> ofCustomer = invoices.findByCustomer(id);
            BigDecimal sum = ofCustomer.stream().map(Invoice::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
            open.put(customers.nameOf(id), sum);
        }
        return open;
    }

    public int remindersDue(String today) {
        return invoices.findOverdue(today).size();
    }

    private BigDecimal net(Order order) {
        BigDecimal share = new BigDecimal(100).subtract(customers.discountOf(order.getCustomerId()));
        return order.total().multiply(share).divide(new BigDecimal(100), 2, RoundingMode.HALF_UP);
    }
}
