package com.acme.shop.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Tells who wants to know; on the thread that publishes. */
public class EventBus {

    public interface Listener<E> {
        void on(E event);
    }

    private final Map listeners = new HashMap();

    public <E> void subscribe(Class<E> type, Listener<? super E> listener) {
        List ofType = (List) listeners.get(type);
        if (ofType == null) {
            ofType = new ArrayList();
            listeners.put(type, ofType);
        }
        ofType.add(listener);
    }

    public void publish(Object event) {
        List ofType = (List) listeners.get(event.getClass());
        if (ofType == null) {
            return;
        }
        for (Iterator i = ofType.iterator(); i.hasNext(); ) {
            ((Listener) i.next()).on(event);
        }
    }
}
