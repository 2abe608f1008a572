package com.acme.shop.domain;

/** Whatever has a row of its own. */
public interface Entity {
    Long getId();
}
