package dev.aide.junit.shop;

import java.util.List;

/** What the tests of {@link TestRun} call. */
final class Shop {
    private Shop() {}

    static int sell(List<String> articles) {
        return articles.size();
    }
}
