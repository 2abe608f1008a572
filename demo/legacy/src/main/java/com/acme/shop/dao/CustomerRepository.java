package com.acme.shop.dao;

import com.acme.shop.domain.Customer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

public class CustomerRepository extends Repository<Customer> {

    public Map<String, List<Customer>> findByCity() {
        return findAll().stream().collect(Collectors.groupingBy(Customer::getCity, TreeMap::new, Collectors.toList()));
    }
}
