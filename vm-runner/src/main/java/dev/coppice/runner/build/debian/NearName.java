package dev.coppice.runner.build.debian;

import java.util.List;
import java.util.Optional;

/** The name that was probably meant. Pure. */
final class NearName {

    private NearName() {}

    /** The closest of some names, when it is close enough to be a slip of the hand. */
    static Optional<String> of(String wrong, List<String> names) {
        int limit = Math.max(1, wrong.length() / 4);
        String best = null;
        int least = limit + 1;
        for (String name : names) {
            if (Math.abs(name.length() - wrong.length()) < least) {
                int distance = distance(wrong, name);
                if (distance < least) {
                    best = name;
                    least = distance;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Letters to insert, delete, replace or swap with their neighbour. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
