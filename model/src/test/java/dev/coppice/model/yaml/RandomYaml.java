package dev.coppice.model.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes random documents in the many ways in which people write YAML: block and flow, comments
 * everywhere, odd indents, CRLF and CR, emoji, block scalars, markers, sometimes anchors, merge
 * keys, tags and keys that stand twice. Each comment holds a number that is nowhere else, {@code
 * #~12~}. No plain numbers with a leading zero: these are where we and snakeyaml differ.
 */
final class RandomYaml {

    private static final String[] PLAIN = {
        "web-01",
        "a b",
        "x",
        "12",
        "true",
        "no",
        "~",
        "null",
        "1.5",
        "http://h:80/p",
        "$y$j9T$x",
        "caf\u00e9",
        "\uD83D\uDE00 hi",
        "C:\\d",
        "it's",
        "a\"b",
        "-x",
        "v1.2.3",
        "/etc/m"
    };

    private static final String[] QUOTED = {
        "\"\"",
        "''",
        "\"x\"",
        "'it''s'",
        "\"a: b # c\"",
        "'#'",
        "\"\\u00e9\\n\"",
        "\"\uD83D\uDE00\"",
        "' lead'",
        "\"0644\"",
        "'[x]'",
        "\"t\\tt\"",
        "'\"'"
    };

    private static final String[] KEYS = {
        "name",
        "users",
        "packages",
        "k",
        "a b",
        "x-y",
        "net.ipv4",
        "caf\u00e9",
        "\uD83D\uDE00",
        "12",
        "on",
        "shell",
        "hostname",
        "base",
        "mode",
        "content"
    };

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private final List<String> anchors = new ArrayList<>();
    private final List<String> mappings = new ArrayList<>();
    private final boolean anchored;
    private final boolean tagged;
    private final boolean doubled;
    private final String nl;
    private final int step;
    private final int dash;
    private final int gap;
    private final int commentRate;
    private int comments;
    private int names;
    private boolean afterBlockScalar;

    RandomYaml(Random random) {
        this.random = random;
        this.nl = chance(25) ? "\r\n" : chance(8) ? "\r" : "\n";
        this.step = chance(60) ? 2 : 1 + random.nextInt(5);
        this.dash = random.nextInt(3) == 0 ? 0 : random.nextInt(step + 2);
        this.gap = chance(80) ? 1 : 1 + random.nextInt(3);
        this.commentRate = random.nextInt(45);
        this.anchored = chance(15);
        this.tagged = chance(12);
        // of a key that stands twice in what is merged, we take the first and snakeyaml the last
        this.doubled = !anchored && chance(10);
    }

    boolean hasAnchors() {
        return anchored;
    }

    boolean hasTags() {
        return tagged;
    }

    boolean hasDuplicates() {
        return doubled;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private String pad(int column) {
        return " ".repeat(column);
    }

    String document() {
        if (chance(5)) {
            out.append("\uFEFF");
        }
        boolean marked = chance(12);
        commentLines(0);
        if (marked) {
            out.append("---");
            behind();
        }
        commentLines(0);
        if (chance(8)) {
            seq(0, 0);
        } else if (!chance(4)) {
            map(0, 0);
        }
        commentLines(0);
        if (marked && chance(40)) {
            out.append("...").append(nl);
        } else if (chance(15)) {
            while (!out.isEmpty() && "\r\n".indexOf(out.charAt(out.length() - 1)) >= 0) {
                out.setLength(out.length() - 1);
            }
        }
        return out.toString();
    }

    /** Perhaps a comment, then the end of the line. */
    private void behind() {
        if (chance(commentRate)) {
            out.append(pad(1 + random.nextInt(3))).append(comment());
        } else if (chance(3)) {
            out.append("  ");
        }
        out.append(nl);
        afterBlockScalar = false;
    }

    private String comment() {
        return "#~"
                + comments++
                + "~"
                + (chance(20) ? " \uD83D\uDE00: x" : chance(20) ? " - y" : "");
    }

    private void commentLines(int column) {
        while (chance(commentRate / 2)) {
            if (chance(35)) {
                out.append(chance(15) && !afterBlockScalar ? "  " : "").append(nl);
            } else {
                int at = afterBlockScalar ? 0 : chance(70) ? column : random.nextInt(column + 4);
                out.append(pad(at)).append(comment()).append(nl);
                afterBlockScalar = false;
            }
        }
    }

    private List<String> keys(int depth) {
        var keys = new ArrayList<String>();
        int count = 1 + random.nextInt(depth == 0 ? 6 : 3);
        while (keys.size() < count) {
            String key = pick(KEYS);
            if (!keys.contains(key) || doubled && chance(40)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private String key(String name) {
        boolean quote = name.equals("12") || name.equals("on") || chance(8);
        return !quote ? name : chance(50) ? "\"" + name + "\"" : "'" + name + "'";
    }

    private void map(int column, int depth) {
        boolean first = true;
        for (String key : keys(depth)) {
            if (!first) {
                commentLines(column);
                out.append(pad(column));
            }
            first = false;
            if (chance(2)) {
                out.append("? ").append(key(key)).append(nl).append(pad(column));
            } else {
                out.append(key(key));
            }
            out.append(":");
            belowKey(column, depth);
        }
        merge(column);
    }

    /** A tag that changes nothing but perhaps the type of a plain scalar. */
    private void tag(String... tags) {
        if (tagged && chance(15)) {
            out.append(pick(tags)).append(' ');
        }
    }

    private void belowKey(int column, int depth) {
        int kind = random.nextInt(depth >= 3 ? 6 : 10);
        if (kind < 4) {
            out.append(pad(chance(85) ? 1 : 2 + random.nextInt(3)));
            scalar(column);
        } else if (kind == 4) {
            behind();
        } else if (kind == 5) {
            out.append(" ");
            String name = anchored && chance(30) ? "n" + names++ : "";
            out.append(name.isEmpty() ? "" : "&" + name + " ");
            boolean map = flow(column + 1, 0);
            if (!name.isEmpty()) {
                anchors.add(name);
                mappings.addAll(map ? List.of(name) : List.of());
            }
            behind();
        } else if (kind < 8) {
            String name = anchorBehindKey();
            behind();
            int inner = column + (chance(90) ? step : 1 + random.nextInt(5));
            commentLines(inner);
            out.append(pad(inner));
            map(inner, depth + 1);
            // not before: it could stand inside of itself
            mappings.addAll(name.isEmpty() ? List.of() : List.of(name));
        } else {
            anchorBehindKey();
            behind();
            int inner = column + (chance(90) ? dash : random.nextInt(4));
            commentLines(inner);
            out.append(pad(inner));
            seq(inner, depth + 1);
        }
    }

    private void seq(int column, int depth) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                commentLines(column);
                out.append(pad(column));
            }
            out.append("-");
            behindDash(column, depth);
        }
    }

    private void behindDash(int column, int depth) {
        int kind = random.nextInt(depth >= 3 ? 6 : 10);
        int inner = column + 1 + gap;
        if (kind < 4) {
            out.append(pad(gap));
            scalar(column);
        } else if (kind == 4 && chance(30)) {
            behind();
        } else if (kind <= 5) {
            out.append(pad(gap));
            flow(column + 1, 0);
            behind();
        } else if (kind < 8) {
            out.append(pad(gap));
            map(inner, depth + 1);
        } else if (kind == 8) {
            out.append(pad(gap));
            seq(inner, depth + 1);
        } else {
            behind();
            int own = column + 1 + random.nextInt(4);
            commentLines(own);
            out.append(pad(own));
            map(own, depth + 1);
        }
    }

    private String anchorBehindKey() {
        if (anchored && chance(20)) {
            String name = "m" + names++;
            out.append(" &").append(name);
            return name;
        }
        return "";
    }

    private void merge(int column) {
        if (mappings.isEmpty() || !chance(30)) {
            return;
        }
        commentLines(column);
        String name = mappings.get(random.nextInt(mappings.size()));
        out.append(pad(column)).append("<<: ");
        out.append(chance(70) ? "*" + name : "[*" + name + " , *" + mappings.getFirst() + " ]");
        behind();
    }

    /** A scalar to the end of its last line. */
    private void scalar(int column) {
        if (anchored && !anchors.isEmpty() && chance(30)) {
            out.append("*").append(anchors.get(random.nextInt(anchors.size())));
            behind();
            return;
        }
        if (anchored && chance(20)) {
            String name = "s" + names++;
            out.append("&").append(name).append(" ").append(pick(PLAIN));
            anchors.add(name);
            behind();
            return;
        }
        int kind = random.nextInt(20);
        tag("!!str", "!custom", "!");
        if (kind < 11) {
            out.append(pick(PLAIN));
            behind();
        } else if (kind < 15) {
            out.append(pick(QUOTED));
            behind();
        } else if (kind == 15) {
            out.append("two").append(nl).append(pad(column + 1 + random.nextInt(4)));
            out.append("lines");
            behind();
        } else if (kind == 16) {
            out.append("\"q").append(nl).append(chance(30) ? nl : "");
            out.append(pad(column + 1 + random.nextInt(4))).append("r\"");
            behind();
        } else {
            blockScalar(column);
        }
    }

    private void blockScalar(int column) {
        boolean digit = chance(15);
        int indent = digit || chance(80) ? Math.max(1, step) : 1 + random.nextInt(6);
        out.append(chance(70) ? "|" : ">").append(digit ? String.valueOf(indent) : "");
        out.append(chance(60) ? "" : chance(50) ? "-" : "+");
        behind();
        int lines = 1 + random.nextInt(3);
        for (int i = 0; i < lines; i++) {
            boolean blank = i > 0 && chance(15);
            String text = digit && chance(40) ? "  more" : chance(15) ? "# no comment" : "text: x";
            out.append(blank ? "" : pad(column + indent) + text + (chance(5) ? "  " : ""));
            out.append(nl);
        }
        while (chance(20)) {
            out.append(nl);
        }
        afterBlockScalar = true;
    }

    /**
     * A flow collection; lines after its first are indented to {@code column} at least.
     *
     * @return whether it is a mapping
     */
    private boolean flow(int column, int depth) {
        boolean map = chance(50);
        boolean tall = depth == 0 && chance(30);
        boolean padded = chance(40);
        int count = random.nextInt(4);
        if (depth == 0) {
            tag("!custom", map ? "!!map" : "!!seq");
        }
        out.append(map ? "{" : "[").append(padded && count > 0 ? " " : "");
        List<String> keys = keys(0);
        count = map ? Math.min(count, keys.size()) : count;
        for (int i = 0; i < count; i++) {
            if (tall) {
                flowBreak(column + 1);
            }
            if (map) {
                out.append(key(keys.get(i))).append(": ");
            } else if (chance(4)) {
                out.append("p: ");
            }
            flowValue(column, depth);
            boolean last = i == count - 1;
            out.append(last ? (chance(15) ? "," : "") : tall || chance(80) ? ", " : " , ");
        }
        if (tall) {
            flowBreak(column);
        }
        out.append(padded && count > 0 ? " " : "").append(map ? "}" : "]");
        return map;
    }

    private void flowBreak(int column) {
        if (chance(commentRate)) {
            out.append(" ").append(comment());
        }
        out.append(nl);
        while (chance(commentRate / 3)) {
            out.append(pad(column)).append(comment()).append(nl);
        }
        out.append(pad(column));
    }

    private void flowValue(int column, int depth) {
        if (depth < 2 && chance(20)) {
            flow(column, depth + 1);
        } else if (anchored && !anchors.isEmpty() && chance(20)) {
            out.append("*").append(anchors.get(random.nextInt(anchors.size()))).append(" ");
        } else {
            out.append(chance(70) ? pick(PLAIN) : pick(QUOTED));
        }
    }
}
