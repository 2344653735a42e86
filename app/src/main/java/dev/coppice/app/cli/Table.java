package dev.coppice.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows with aligned columns; the last column is as long as it needs. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** Prints the rows, each behind {@code indent}. */
    void print(PrintStream out, String indent) {
        for (List<String> row : rows) {
            var line = new StringBuilder(indent);
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(cell);
                if (column < row.size() - 1) {
                    line.repeat(' ', width(column) - cell.length() + 2);
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
