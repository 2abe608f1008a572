package com.acme.notes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What old code does to lists. */
final class Pollution {

    private Pollution() {}

    @SuppressWarnings("unchecked")
    static <T> List<T> listOf(Object... values) {
        List<Object> list = new ArrayList<>();
        Collections.addAll(list, values);
        return (List<T>) list;
    }
}
