package dev.aide.agent.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void keeps_an_order_that_is_best() {
        assertThat(Assignment.cheapest(new double[][] {{0, 1}, {1, 0}})).containsExactly(0, 1);
    }

    @Test
    void gives_up_the_best_of_one_for_the_best_of_all() {
        assertThat(Assignment.cheapest(new double[][] {{1, 2, 9}, {1, 9, 9}, {9, 2, 3}}))
                .containsExactly(1, 0, 2);
    }

    @Test
    void is_as_cheap_as_the_best_of_all_orders() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            double[][] costs = new double[1 + round % 6][1 + round % 6];
            for (double[] row : costs) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = random.nextInt(5) == 0 ? 1e6 : random.nextDouble();
                }
            }

            double cost = 0;
            int[] columns = Assignment.cheapest(costs);
            for (int i = 0; i < columns.length; i++) {
                cost += costs[i][columns[i]];
            }

            assertThat(columns).doesNotHaveDuplicates();
            assertThat(cost).isCloseTo(best(costs, 0, new boolean[costs.length]), offset(1e-6));
        }
    }

    private static double best(double[][] costs, int row, boolean[] isTaken) {
        if (row == costs.length) {
            return 0;
        }
        double best = Double.MAX_VALUE;
        for (int column = 0; column < costs.length; column++) {
            if (!isTaken[column]) {
                isTaken[column] = true;
                best = Math.min(best, costs[row][column] + best(costs, row + 1, isTaken));
                isTaken[column] = false;
            }
        }
        return best;
    }
}
