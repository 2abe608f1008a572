package com.acme.shop.imports;

import com.acme.shop.domain.Customer;
import com.acme.shop.domain.PremiumCustomer;
import com.acme.shop.domain.Supplier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whom we trade with, as exported by the bookkeeping. */
public class PartnerFiles {

    public List<Customer> customers() {
        List<Customer> customers = new ArrayList<Customer>();
        for (String[] row : new CsvFile("customers.csv").rows()) {
            Long id = Long.valueOf(row[0]);
            if (row[4].isEmpty()) {
                customers.add(new Customer(id, row[1], row[2], row[3]));
            } else {
                customers.add(new PremiumCustomer(id, row[1], row[2], row[3], new BigDecimal(row[4])));
            }
        }
        return customers;
    }

    public List<Supplier> suppliers() {
        List<Supplier> suppliers = new ArrayList<Supplier>();
        for (String[] row : new CsvFile("suppliers.csv").rows()) {
            suppliers.add(new Supplier(Long.valueOf(row[0]), row[1]));
        }
        return suppliers;
    }

    /** Customers who get nothing until they have paid. */
    public Set<Long> blockedCustomers() {
        Set blocked = new HashSet();
        for (String[] row : new CsvFile("blocked.csv").rows()) {
            blocked.add(Integer.valueOf(row[0]));
        }
        return blocked;
    }

    /** Customers without e-mail, whom the fax gateway serves. */
    public List faxNumbers() {
        List numbers = new ArrayList();
        for (String[] row : new CsvFile("fax.csv").rows()) {
            numbers.add(Long.valueOf(row[1]));
        }
        return numbers;
    }
}
