package com.acme.shop.service;

import com.acme.shop.dao.Cache;
import com.acme.shop.dao.Repository;
import com.acme.shop.domain.Order;
import com.acme.shop.domain.OrderLine;
import com.acme.shop.domain.Supplier;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

public class StockService {
    private final Map<String, Integer> levels;
    private final Repository<Supplier> suppliers;
    private final Cache cache;

    public StockService(Map<String, Integer> levels, Repository<Supplier> suppliers, Cache cache) {
        this.levels = levels;
        this.suppliers = suppliers;
        this.cache = cache;
    }

    public boolean isAnythingSoldOut() {
        return levels.containsValue(0);
    }

    public int getArticles() {
        return levels.size();
    }

    public Optional<Supplier> findSupplier(Long id) {
        Optional found = (Optional) cache.get(id);
        if (found == null) {
            found = suppliers.findById(id);
            cache.put(id, found);
        }
        return found;
    }

    /** Pieces to pick by article, for all the orders together. */
    public Map<String, Integer> pickList(Iterable<? extends Order> orders) {
        Map<String, Integer> pieces = new TreeMap<String, Integer>();
        for (Order order : orders) {
            for (OrderLine line : order) {
                pieces.merge(line.getSku(), line.getQuantity(), Integer::sum);
            }
        }
        return pieces;
    }
}
