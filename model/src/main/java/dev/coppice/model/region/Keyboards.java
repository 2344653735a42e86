package dev.coppice.model.region;

import java.util.List;

/** Keyboard layouts, their variants, models and options, after xkb's {@code rules/base.lst}. */
public final class Keyboards {

    private final List<String> lines = Table.lines("keyboards.txt");

    /** The layouts: {@code gb}, English (UK). */
    public List<Named> layouts() {
        return of("layout\t");
    }

    /** The keyboards themselves: {@code pc105}, Generic 105-key PC. */
    public List<Named> models() {
        return of("model\t");
    }

    /** The variants of a layout: {@code nodeadkeys}, German (no dead keys). */
    public List<Named> variants(String layout) {
        return of("variant\t" + layout + ":");
    }

    /** The options: {@code ctrl:nocaps}, Caps Lock as Ctrl; a group of options has no colon. */
    public List<Named> options() {
        return of("option\t").stream().filter(option -> option.value().contains(":")).toList();
    }

    private List<Named> of(String beginning) {
        return lines.stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()).split("\t", 2))
                .map(parts -> new Named(parts[0], parts[1]))
                .toList();
    }
}
