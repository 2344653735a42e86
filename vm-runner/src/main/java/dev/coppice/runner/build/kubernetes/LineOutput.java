package dev.coppice.runner.build.kubernetes;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Makes lines of what is written to it, the last one when it is closed. */
final class LineOutput extends OutputStream {

    /** Longer lines are cut into pieces; in bytes. */
    private static final int LONGEST = 16_384;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineOutput(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void write(int value) {
        if (value == '\n' || line.size() >= LONGEST) {
            tell();
        }
        if (value != '\n') {
            line.write(value);
        }
    }

    private void tell() {
        String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
        line.reset();
        if (!text.isEmpty()) {
            lines.accept(text);
        }
    }

    @Override
    public synchronized void close() {
        tell();
    }
}
