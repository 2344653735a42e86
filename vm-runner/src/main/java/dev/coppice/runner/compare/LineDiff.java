package dev.coppice.runner.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * The difference of two texts by lines: {@code -} removed, {@code +} added, equal lines left out.
 */
final class LineDiff {

    /** Above this many pairs of lines the middle is shown as wholly replaced. */
    private static final long MAX_PAIRS = 4_000_000;

    private LineDiff() {}

    static List<String> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> fresh = after.lines().toList();
        int start = 0;
        while (start < Math.min(old.size(), fresh.size())
                && old.get(start).equals(fresh.get(start))) {
            start++;
        }
        int oldEnd = old.size();
        int freshEnd = fresh.size();
        while (oldEnd > start
                && freshEnd > start
                && old.get(oldEnd - 1).equals(fresh.get(freshEnd - 1))) {
            oldEnd--;
            freshEnd--;
        }
        return middle(old.subList(start, oldEnd), fresh.subList(start, freshEnd));
    }

    private static List<String> middle(List<String> old, List<String> fresh) {
        var out = new ArrayList<String>();
        int i = 0;
        int j = 0;
        if ((long) old.size() * fresh.size() <= MAX_PAIRS) {
            int[][] common = commonLengths(old, fresh);
            while (i < old.size() && j < fresh.size()) {
                if (old.get(i).equals(fresh.get(j))) {
                    i++;
                    j++;
                } else if (common[i + 1][j] >= common[i][j + 1]) {
                    out.add("-" + old.get(i++));
                } else {
                    out.add("+" + fresh.get(j++));
                }
            }
        }
        old.subList(i, old.size()).forEach(line -> out.add("-" + line));
        fresh.subList(j, fresh.size()).forEach(line -> out.add("+" + line));
        return out;
    }

    /** The length of the longest common subsequence of what follows each pair of places. */
    private static int[][] commonLengths(List<String> old, List<String> fresh) {
        int[][] common = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                common[i][j] =
                        old.get(i).equals(fresh.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
