package com.acme.shop.dao;

import com.acme.shop.domain.Invoice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

public class InvoiceDao {
    private final Table table = new Table();

    public void insert(Invoice invoice) {
        Map<String, Object> row = new HashMap<String, Object>();
        row.put("NUMBER", invoice.getNumber());
        row.put("CUSTOMER_ID", invoice.getCustomerId());
        row.put("AMOUNT", invoice.getAmount());
        row.put("DUE_ON", invoice.getDueOn());
        table.insert(row);
    }

    public List<Invoice> findByCustomer(final Long customerId) {
        List rows = table.select(new Table.Criterion() {
            @Override
            public boolean matches(Map row) {
                return customerId.equals(row.get("CUSTOMER_ID"));
            }
        });
        List<Invoice> invoices = new ArrayList<Invoice>();
        for (Iterator i = rows.iterator(); i.hasNext(); ) {
            invoices.add(toInvoice((Map) i.next()));
        }
        return invoices;
    }

    /** Those that were due before a day, given as an ISO date. */
    public List<Invoice> findOverdue(final String day) {
        return table.select(new Table.Criterion() {
            @Override
            public boolean matches(Map row) {
                return day.compareTo((String) row.get("DUE_ON")) > 0;
            }
        });
    }

    private Invoice toInvoice(Map<String, Object> row) {
        return new Invoice(
                (String) row.get("NUMBER"), (Long) row.get("CUSTOMER_ID"), (BigDecimal) row.get("AMOUNT"), (String)
                        row.get("DUE_ON"));
    }
}
