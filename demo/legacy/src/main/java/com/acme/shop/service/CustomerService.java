package com.acme.shop.service;

import com.acme.shop.dao.Cache;
import com.acme.shop.dao.CustomerRepository;
import com.acme.shop.domain.Customer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public class CustomerService {
    private final CustomerRepository customers;
    private final Cache cache;

    public CustomerService(CustomerRepository customers, Cache cache) {
        this.customers = customers;
        this.cache = cache;
    }

    public Optional<Customer> find(Long id) {
        Optional found = (Optional) cache.get(id);
        if (found == null) {
            found = customers.findById(id);
            cache.put(id, found);
        }
        return found;
    }

    /** The name for the printed list, straight from the table. */
    public String nameOf(Long id) {
        return customers.findById(id).map(Customer::getName).orElse("?");
    }

    public BigDecimal discountOf(Long id) {
        return customers.findById(id).map(Customer::getDiscount).orElse(BigDecimal.ZERO);
    }

    public List<String> emails() {
        List<String> emails = new ArrayList<String>();
        for (Customer customer :
                customers.findWhere(customer -> !customer.getEmail().isEmpty())) {
            emails.add(customer.getEmail());
        }
        return emails;
    }
}
