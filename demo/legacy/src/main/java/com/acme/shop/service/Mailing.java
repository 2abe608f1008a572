package com.acme.shop.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

public class Mailing {

    /** All the groups together, nobody twice. */
    public List<String> recipients(List<String>... groups) {
        LinkedHashSet<String> all = new LinkedHashSet<String>();
        for (List<String> group : groups) {
            all.addAll(group);
        }
        return new ArrayList<String>(all);
    }
}
