package dev.aide.store;

import java.math.BigDecimal;
import org.sqlite.Collation;

/**
 * Compares decimal numbers that are stored as text by their value, so that 9.5 comes before 10, and 1.0 equals 1.00. It has
 * the name and the order of the collation in SQLite's decimal extension (https://sqlite.org/floatingpoint.html), which the
 * sqlite3 program has built in. Text that is no number comes last, as text. Stateless.
 */
final class DecimalCollation extends Collation {
    static final String NAME = "decimal";

    @Override
    protected int xCompare(String left, String right) {
        BigDecimal leftNumber = number(left);
        BigDecimal rightNumber = number(right);
        if (leftNumber != null && rightNumber != null) {
            return leftNumber.compareTo(rightNumber);
        }
        if (leftNumber == null && rightNumber == null) {
            return left.compareTo(right);
        }
        return leftNumber == null ? 1 : -1;
    }

    // an exception would leave this library through native code
    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
