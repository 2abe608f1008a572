package com.acme.shop.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Who is first. */
public class Ranking {

    private Ranking() {}

    public static <T extends Comparable<? super T>> T highest(Collection<? extends T> values) {
        Iterator<? extends T> i = values.iterator();
        T highest = i.next();
        while (i.hasNext()) {
            T next = i.next();
            if (next.compareTo(highest) > 0) {
                highest = next;
            }
        }
        return highest;
    }

    public static <K, V extends Comparable<V>> List<Map.Entry<K, V>> top(int count, Map<K, V> map) {
        List<Map.Entry<K, V>> entries = new ArrayList<Map.Entry<K, V>>(map.entrySet());
        entries.sort(Map.Entry.<K, V>comparingByValue().reversed());
        return entries.subList(0, Math.min(count, entries.size()));
    }
}
