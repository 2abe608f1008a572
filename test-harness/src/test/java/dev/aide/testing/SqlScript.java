package dev.aide.testing;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A few thousand SQL statements of many kinds, the same each time, which print the same results. */
final class SqlScript {
    private static final int CUSTOMERS = 200;
    private static final int ORDERS = 1200;
    private static final int QUERIES = 150;

    private SqlScript() {}

    static String text() {
        return Stream.of(schema(), customers(), orders(), queries(), changes())
                .flatMap(statements -> statements)
                .map(statement -> statement.strip() + ";\n")
                .collect(Collectors.joining());
    }

    private static Stream<String> schema() {
        return Stream.of(
                "CREATE SCHEMA shop",
                "SET SCHEMA shop",
                "CREATE SEQUENCE numbers START WITH 1000",
                """
                CREATE TABLE customer (id INT PRIMARY KEY, name VARCHAR(40) NOT NULL, city VARCHAR(20),
                    born DATE, tags VARCHAR(10) ARRAY, profile JSON)
                """,
                """
                CREATE TABLE orders (id INT PRIMARY KEY, customer INT REFERENCES customer(id) ON DELETE CASCADE,
                    amount DECIMAL(10, 2) CHECK (amount >= 0), placed TIMESTAMP,
                    status ENUM('NEW', 'PAID', 'SENT') DEFAULT 'NEW',
                    net DECIMAL(10, 2) GENERATED ALWAYS AS (amount / 1.19))
                """,
                "CREATE INDEX by_customer ON orders(customer, placed DESC)",
                "CREATE UNIQUE INDEX by_name ON customer(name)",
                "CREATE VIEW paid AS SELECT * FROM orders WHERE status <> 'NEW'",
                "CREATE DOMAIN percent AS INT CHECK (VALUE BETWEEN 0 AND 100)",
                "CREATE ALIAS next_prime FOR 'java.math.BigInteger.valueOf(long)'",
                "CREATE USER clerk PASSWORD 'secret'",
                "GRANT SELECT, INSERT ON orders TO clerk",
                "COMMENT ON TABLE customer IS 'who buys'");
    }

    private static Stream<String> customers() {
        return numbers(CUSTOMERS, """
                INSERT INTO customer VALUES (%1$d, 'Customer %1$d', CASE MOD(%1$d, 3) WHEN 0 THEN 'Kiel'
                    WHEN 1 THEN 'Bremen' END, DATEADD(DAY, %1$d, DATE '1970-01-01'), ARRAY['a', 'b%1$d'],
                    JSON '{"level": %1$d, "mail": ["x%1$d@example"]}')
                """);
    }

    private static Stream<String> orders() {
        return numbers(ORDERS, """
                INSERT INTO orders(id, customer, amount, placed, status) VALUES (NEXT VALUE FOR numbers,
                    MOD(%1$d * 7, 200), %1$d * 1.25, TIMESTAMP '2020-01-01 00:00:00' + INTERVAL '%1$d' HOUR,
                    CASE MOD(%1$d, 4) WHEN 0 THEN 'PAID' WHEN 1 THEN 'SENT' ELSE 'NEW' END)
                """);
    }

    private static Stream<String> queries() {
        Stream<String> joins = numbers(QUERIES, """
                SELECT c.name, COUNT(*), SUM(o.amount), LISTAGG(o.id, ',') WITHIN GROUP (ORDER BY o.id)
                    FROM customer c LEFT JOIN paid o ON o.customer = c.id
                    WHERE c.id BETWEEN %1$d AND %1$d + 2 GROUP BY c.name HAVING COUNT(*) > 0 ORDER BY 1
                """);
        Stream<String> windows = numbers(QUERIES, """
                SELECT id, RANK() OVER (PARTITION BY status ORDER BY amount DESC) place,
                    SUM(amount) OVER (ORDER BY placed ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) running,
                    LAG(amount) OVER (ORDER BY id) earlier
                    FROM orders WHERE customer = %1$d ORDER BY id FETCH FIRST 5 ROWS ONLY
                """);
        Stream<String> recursions = numbers(QUERIES, """
                WITH RECURSIVE steps(n, total) AS (
                    SELECT 1, %1$d UNION ALL SELECT n + 1, total + n FROM steps WHERE n < 10)
                SELECT MAX(n), MAX(total) FROM steps
                """);
        Stream<String> values = numbers(QUERIES, """
                SELECT (profile)."level", JSON_OBJECT('id': id, 'tags': JSON_ARRAY(tags[1], tags[2])),
                    CARDINALITY(tags), REGEXP_REPLACE(name, '[0-9]+', '#'), FORMATDATETIME(born, 'yyyy-MM-dd'),
                    COALESCE(city, 'none'), CAST(id AS VARCHAR) || '!', EXISTS (SELECT 1 FROM orders WHERE customer = c.id)
                    FROM customer c WHERE id = %1$d
                UNION SELECT NULL, NULL, 0, UPPER('x'), '', TRIM(' y '), '', FALSE
                """);
        return Stream.of(joins, windows, recursions, values).flatMap(queries -> queries);
    }

    private static Stream<String> changes() {
        Stream<String> merges = numbers(QUERIES, """
                MERGE INTO customer t USING (VALUES (%1$d + 100, 'Merged %1$d')) s(id, name) ON t.id = s.id
                    WHEN MATCHED THEN UPDATE SET t.name = s.name
                    WHEN NOT MATCHED THEN INSERT (id, name) VALUES (s.id, s.name)
                """);
        Stream<String> updates = numbers(QUERIES, """
                UPDATE orders SET amount = amount + 1, placed = placed + INTERVAL '1' DAY
                    WHERE customer = %1$d AND id IN (SELECT MIN(id) FROM orders GROUP BY customer)
                """);
        Stream<String> ends = Stream.of(
                "ALTER TABLE customer ADD COLUMN note VARCHAR DEFAULT 'none'",
                "ALTER TABLE customer ALTER COLUMN city SET DATA TYPE VARCHAR(60)",
                "DELETE FROM customer WHERE id > 300",
                "EXPLAIN SELECT * FROM orders WHERE customer = 5",
                "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'SHOP' ORDER BY 1, 2",
                "ANALYZE",
                "SCRIPT NOPASSWORDS NOSETTINGS",
                "DROP VIEW paid",
                "DROP SCHEMA shop CASCADE");
        return Stream.of(merges, updates, ends).flatMap(changes -> changes);
    }

    private static Stream<String> numbers(int count, String statement) {
        return IntStream.range(0, count).mapToObj(statement::formatted);
    }
}
