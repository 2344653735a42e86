package dev.coppice.model.bind;

/** Damerau-Levenshtein distance (optimal string alignment): swapped neighbours count once. */
final class EditDistance {

    private EditDistance() {}

    /** The distance of two words; some larger number when it is more than {@code most}. */
    static int between(String a, String b, int most) {
        int start = 0;
        int endA = a.length();
        int endB = b.length();
        // what both begin and end with costs nothing, and is most of two names of units
        while (start < endA && start < endB && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        if (Math.abs(endA - endB) > most) {
            return Math.abs(endA - endB);
        }
        return differing(a.substring(start, endA), b.substring(start, endB), most);
    }

    private static int differing(String a, String b, int most) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        int leastBefore = 0;
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + cost);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, before[j - 2] + 1);
                }
                row[j] = best;
                least = Math.min(least, best);
            }
            if (least > most && leastBefore > most) {
                return least;
            }
            leastBefore = least;
            int[] oldest = before;
            before = last;
            last = row;
            row = oldest;
        }
        return last[b.length()];
    }
}
