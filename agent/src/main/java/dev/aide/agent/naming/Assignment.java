package dev.aide.agent.naming;

import java.util.Arrays;

/**
 * The cheapest way to give each row a column of its own: the Hungarian method (Kuhn, 1955) with potentials, in O(n³).
 */
final class Assignment {
    private Assignment() {}

    /** Returns the column of each row; costs are finite, and some are higher than any choice would take. */
    static int[] cheapest(double[][] costs) {
        int n = costs.length;
        double[] rowPotential = new double[n + 1];
        double[] columnPotential = new double[n + 1];
        // the row of each column, counted from 1; column 0 holds the row that is looking for one
        int[] rowOf = new int[n + 1];
        for (int row = 1; row <= n; row++) {
            rowOf[0] = row;
            int[] from = new int[n + 1];
            double[] slack = new double[n + 1];
            Arrays.fill(slack, Double.MAX_VALUE);
            boolean[] isSeen = new boolean[n + 1];
            int column = 0;
            while (rowOf[column] != 0) {
                isSeen[column] = true;
                int current = rowOf[column];
                double least = Double.MAX_VALUE;
                int next = 0;
                for (int j = 1; j <= n; j++) {
                    if (isSeen[j]) {
                        continue;
                    }
                    double reduced = costs[current - 1][j - 1] - rowPotential[current] - columnPotential[j];
                    if (reduced < slack[j]) {
                        slack[j] = reduced;
                        from[j] = column;
                    }
                    if (slack[j] < least) {
                        least = slack[j];
                        next = j;
                    }
                }
                for (int j = 0; j <= n; j++) {
                    if (isSeen[j]) {
                        rowPotential[rowOf[j]] += least;
                        columnPotential[j] -= least;
                    } else {
                        slack[j] -= least;
                    }
                }
                column = next;
            }
            while (column != 0) {
                rowOf[column] = rowOf[from[column]];
                column = from[column];
            }
        }
        int[] columnOf = new int[n];
        for (int column = 1; column <= n; column++) {
            columnOf[rowOf[column] - 1] = column - 1;
        }
        return columnOf;
    }
}
