package com.acme.shop.dao;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A table in memory; a row is a map of column names to values. */
public class Table {

    public interface Criterion {
        boolean matches(Map row);
    }

    private final List rows = new ArrayList();

    public void insert(Map row) {
        rows.add(row);
    }

    public List select(Criterion criterion) {
        List result = new ArrayList();
        for (Iterator i = rows.iterator(); i.hasNext(); ) {
            Map row = (Map) i.next();
            if (criterion.matches(row)) {
                result.add(row);
            }
        }
        return result;
    }
}
