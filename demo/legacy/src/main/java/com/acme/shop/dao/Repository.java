package com.acme.shop.dao;

import com.acme.shop.domain.Entity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

public class Repository<T extends Entity> {
    private final Map<Long, T> entities = new LinkedHashMap<Long, T>();

    public void save(T entity) {
        entities.put(entity.getId(), entity);
    }

    public void saveAll(Collection<? extends T> all) {
        for (T entity : all) {
            save(entity);
        }
    }

    public void delete(Long id) {
        entities.remove(id);
    }

    public Optional<T> findById(Long id) {
        return Optional.ofNullable(entities.get(id));
    }

    public List<T> findAll() {
        return new ArrayList<T>(entities.values());
    }

    public List<T> findWhere(Predicate<? super T> condition) {
        List<T> found = new ArrayList<T>();
        for (T entity : entities.values()) {
            if (condition.test(entity)) {
                found.add(entity);
            }
        }
        return found;
    }

    public int count() {
        return entities.size();
    }
}
