package dev.coppice.model.nix;

import dev.coppice.model.nix.NixToken.Piece;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the indentation from a string between pairs of single quotes: the blanks that all its lines
 * begin with, and a last line of blanks only.
 */
final class Indentation {

    private Indentation() {}

    static List<Piece> stripped(List<Piece> pieces) {
        int least = least(pieces);
        var stripped = new ArrayList<Piece>();
        boolean margin = true;
        int dropped = 0;
        for (Piece piece : pieces) {
            if (!(piece instanceof Piece.Chars chars)) {
                margin = false;
                dropped = 0;
                stripped.add(piece);
                continue;
            }
            var out = new StringBuilder();
            for (char c : chars.text().toCharArray()) {
                if (margin && c == ' ') {
                    if (dropped++ >= least) {
                        out.append(c);
                    }
                } else {
                    margin = c == '\n';
                    dropped = 0;
                    out.append(c);
                }
            }
            stripped.add(new Piece.Chars(out.toString(), chars.plain()));
        }
        if (!stripped.isEmpty() && stripped.getLast() instanceof Piece.Chars last) {
            String text = last.text();
            int line = text.lastIndexOf('\n') + 1;
            if (line > 0 && text.substring(line).chars().allMatch(c -> c == ' ')) {
                stripped.set(
                        stripped.size() - 1,
                        new Piece.Chars(text.substring(0, line), last.plain()));
            }
        }
        return stripped;
    }

    /** The fewest blanks before a line that has something else. */
    private static int least(List<Piece> pieces) {
        int least = Integer.MAX_VALUE;
        int blanks = 0;
        boolean margin = true;
        for (Piece piece : pieces) {
            if (!(piece instanceof Piece.Chars chars) || !chars.plain()) {
                least = margin ? Math.min(least, blanks) : least;
                margin = false;
                continue;
            }
            for (char c : chars.text().toCharArray()) {
                if (c == '\n') {
                    margin = true;
                    blanks = 0;
                } else if (margin && c == ' ') {
                    blanks++;
                } else if (margin) {
                    margin = false;
                    least = Math.min(least, blanks);
                }
            }
        }
        return least;
    }
}
