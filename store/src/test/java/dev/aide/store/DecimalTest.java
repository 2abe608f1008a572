package dev.aide.store;

import static dev.aide.store.Condition.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecimalTest extends OnBothDatabases {
    @BeforeEach
    void createTables() {
        db.apply(Schema.builder()
                .table("prices", "id INTEGER PRIMARY KEY, price DECIMAL, code NUMERIC UNIQUE")
                .index("prices", "price")
                .build());
    }

    record Price(Long id, BigDecimal price) {}

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private void insert(String... prices) {
        for (String price : prices) {
            db.insert("prices", new Price(null, decimal(price)));
        }
    }

    @Test
    void every_digit_comes_back() {
        insert("0.1", "-12345678901234567890.123456789", "1.10", "1E+3");
        db.insert("prices", Map.of("price", 7));

        assertThat(db.fetch("prices").orderBy("id").list(Price.class))
                .extracting(Price::price)
                .containsExactly(
                        decimal("0.1"),
                        decimal("-12345678901234567890.123456789"),
                        decimal("1.10"),
                        decimal("1000"),
                        decimal("7"));
        assertThat(db.query("SELECT price FROM prices WHERE id = 3")
                        .first()
                        .orElseThrow()
                        .get("price"))
                .isEqualTo(decimal("1.10"));
    }

    @Test
    void they_are_compared_and_sorted_by_value() {
        insert("10", "9.5", "-3", "9.50", "100");

        assertThat(db.fetch("prices").orderBy("price desc").map(row -> row.get("price")))
                .startsWith(decimal("100"), decimal("10"))
                .endsWith(decimal("-3"));
        assertThat(db.fetch("prices")
                        .where(where("price").above(decimal("9.5")))
                        .count())
                .isEqualTo(2);
        assertThat(db.fetch("prices").where(where("price").is(decimal("9.500"))).count())
                .isEqualTo(2);
        assertThat(db.query("SELECT max(price) AS most FROM prices")
                        .first()
                        .orElseThrow()
                        .get("most")
                        .toString())
                .isEqualTo("100");
        assertThat(db.query("SELECT count(*) AS n FROM prices WHERE price < ?", decimal("10"))
                        .first()
                        .orElseThrow()
                        .number("n"))
                .isEqualTo(3);
    }

    @Test
    void equal_values_are_one_to_a_unique_column() {
        db.insert("prices", Map.of("code", decimal("1.0")));

        assertThatThrownBy(() -> db.insert("prices", Map.of("code", decimal("1.00"))))
                .isInstanceOf(ConstraintException.class)
                .hasMessageContaining("prices.code must be unique");
    }

    @Test
    void a_double_is_refused_because_its_digits_are_lost_already() {
        assertThatThrownBy(() -> db.insertAll("prices", List.of(Map.of("price", 0.1))))
                .hasMessage(
                        "prices.price is DECIMAL and was given a java.lang.Double: a double has lost digits before it"
                                + " comes here, so give a BigDecimal");
    }
}
