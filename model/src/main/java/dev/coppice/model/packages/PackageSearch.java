package dev.coppice.model.packages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Finds packages by what is typed. Names and summaries stand in one long text each, so that a
 * search is a scan of a few megabytes by the fastest means that there is.
 */
final class PackageSearch {

    private static final int NAME_IS = 0;
    private static final int NAME_STARTS = 1;
    private static final int NAME_WORD = 2;
    private static final int NAME_HAS = 3;
    private static final int SUMMARY_WORD = 4;
    private static final int SUMMARY_HAS = 5;

    private final int count;
    private final int[] weights;
    private final Lines names;
    private final Lines summaries;

    PackageSearch(List<IndexedPackage> sorted) {
        this.count = sorted.size();
        this.weights = sorted.stream().mapToInt(PackageSearch::weight).toArray();
        this.names = new Lines(sorted.stream().map(IndexedPackage::name).toList());
        this.summaries = new Lines(sorted.stream().map(p -> p.entry().summary()).toList());
    }

    /** What people install by name comes before what others depend on; short before long names. */
    private static int weight(IndexedPackage each) {
        String section = each.entry().section();
        int weight = Math.min(63, each.name().length());
        boolean part =
                section.endsWith("libdevel")
                        || section.endsWith("debug")
                        || section.endsWith("doc")
                        || section.endsWith("localization")
                        || section.endsWith("oldlibs");
        boolean library =
                section.endsWith("libs")
                        || section.endsWith("perl")
                        || section.endsWith("golang")
                        || section.endsWith("rust")
                        || section.endsWith("haskell")
                        || section.endsWith("javascript");
        return weight + (part ? 128 : library ? 64 : 0);
    }

    /** The positions of the packages that are found, the best first. */
    IntStream find(String typed, int limit) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        if (words[0].isEmpty()) {
            return IntStream.range(0, Math.min(limit, count));
        }
        String word = words[0];
        for (String each : words) {
            word = each.length() > word.length() ? each : word;
        }
        var best = new Best(Math.min(limit, count));
        if (words.length == 1) {
            prefixes(word, best);
            if (best.full()) {
                return best.sorted();
            }
        }
        var seen = new boolean[count];
        inNames(word, words, seen, best);
        if (!best.full()) {
            inSummaries(word, words, seen, best);
        }
        return best.sorted();
    }

    private void prefixes(String word, Best best) {
        int low = names.firstFrom(word);
        for (int i = low; i < count && names.startsWith(i, word); i++) {
            best.add(names.length(i) == word.length() ? NAME_IS : NAME_STARTS, weights[i], i);
        }
    }

    private void inNames(String word, String[] words, boolean[] seen, Best best) {
        names.each(
                word,
                (i, start, wordStart) -> {
                    seen[i] = true;
                    int tier = start ? NAME_STARTS : wordStart ? NAME_WORD : NAME_HAS;
                    if (words.length > 1) {
                        addIfAll(i, tier, words, best);
                    } else if (!start) {
                        best.add(tier, weights[i], i);
                    }
                });
    }

    private void inSummaries(String word, String[] words, boolean[] seen, Best best) {
        summaries.each(
                word,
                (i, start, wordStart) -> {
                    int tier = wordStart ? SUMMARY_WORD : SUMMARY_HAS;
                    if (seen[i]) {
                        return;
                    }
                    if (words.length > 1) {
                        addIfAll(i, tier, words, best);
                    } else {
                        best.add(tier, weights[i], i);
                    }
                });
    }

    /** Of several words one may begin the name, whichever was looked for first. */
    private void addIfAll(int index, int tier, String[] words, Best best) {
        if (all(index, words)) {
            boolean starts = Arrays.stream(words).anyMatch(w -> names.startsWith(index, w));
            best.add(starts ? Math.min(tier, NAME_STARTS) : tier, weights[index], index);
        }
    }

    private boolean all(int index, String[] words) {
        for (String word : words) {
            if (!names.has(index, word) && !summaries.has(index, word)) {
                return false;
            }
        }
        return true;
    }

    /** Gets a line that contains what is looked for. */
    private interface Hit {
        void at(int line, boolean start, boolean wordStart);
    }

    /** Lines of lower-case text as one text. */
    private static final class Lines {
        private final String text;
        private final int[] starts;

        Lines(List<String> lines) {
            var all = new StringBuilder();
            starts = new int[lines.size() + 1];
            for (int i = 0; i < lines.size(); i++) {
                starts[i] = all.length();
                all.append(lines.get(i).toLowerCase(Locale.ROOT).replace('\n', ' ')).append('\n');
            }
            starts[lines.size()] = all.length();
            text = all.toString();
        }

        int length(int line) {
            return starts[line + 1] - starts[line] - 1;
        }

        boolean startsWith(int line, String word) {
            return text.startsWith(word, starts[line]);
        }

        boolean has(int line, String word) {
            int found = text.indexOf(word, starts[line], starts[line + 1]);
            return found >= 0;
        }

        /** The first line of sorted ones that is not before a word. */
        int firstFrom(String word) {
            int low = 0;
            int high = starts.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                String line = text.substring(starts[middle], starts[middle + 1] - 1);
                if (line.compareTo(word) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** Tells each line that contains a word, once. */
        void each(String word, Hit hit) {
            int line = 0;
            int found = text.indexOf(word);
            while (found >= 0) {
                while (starts[line + 1] <= found) {
                    line++;
                }
                boolean start = found == starts[line];
                boolean wordStart = start || !Character.isLetterOrDigit(text.charAt(found - 1));
                int next = found;
                while (!wordStart && next >= 0) {
                    next = text.indexOf(word, next + 1, starts[line + 1]);
                    wordStart = next > 0 && !Character.isLetterOrDigit(text.charAt(next - 1));
                }
                hit.at(line, start, wordStart);
                found = text.indexOf(word, starts[line + 1]);
            }
        }
    }

    /** The best few of many. */
    private static final class Best {
        private final long[] heap;
        private int size;

        Best(int limit) {
            this.heap = new long[Math.max(1, limit)];
        }

        boolean full() {
            return size == heap.length;
        }

        void add(int tier, int weight, int index) {
            push((long) tier << 56 | (long) weight << 32 | index);
        }

        private void push(long value) {
            if (size < heap.length) {
                heap[size] = value;
                up(size++);
            } else if (value < heap[0]) {
                heap[0] = value;
                down();
            }
        }

        /** The greatest, which is the worst, stands first. */
        private void up(int from) {
            int at = from;
            while (at > 0 && heap[(at - 1) / 2] < heap[at]) {
                swap(at, (at - 1) / 2);
                at = (at - 1) / 2;
            }
        }

        private void down() {
            int at = 0;
            while (2 * at + 1 < size) {
                int child = 2 * at + 1;
                if (child + 1 < size && heap[child + 1] > heap[child]) {
                    child++;
                }
                if (heap[child] <= heap[at]) {
                    return;
                }
                swap(at, child);
                at = child;
            }
        }

        private void swap(int a, int b) {
            long kept = heap[a];
            heap[a] = heap[b];
            heap[b] = kept;
        }

        IntStream sorted() {
            long[] found = Arrays.copyOf(heap, size);
            Arrays.sort(found);
            return Arrays.stream(found).mapToInt(v -> (int) (v & 0xFFFFFFFFL));
        }
    }
}
