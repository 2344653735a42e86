package dev.coppice.model.nixos;

import java.util.ArrayList;
import java.util.List;

/** Dotted names of options, with quotes around names that have dots of their own. */
public final class OptionPath {

    private OptionPath() {}

    /** The names of a path: {@code services.nginx.virtualHosts."example.org".root}. */
    public static List<String> parse(String dotted) {
        var names = new ArrayList<String>();
        var name = new StringBuilder();
        boolean quoted = false;
        for (char c : dotted.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        return names;
    }

    /** A path as people write it. */
    public static String shown(List<String> path) {
        return String.join(
                ".",
                path.stream()
                        .map(name -> name.matches("[\\w'<>*@-]+") ? name : "\"" + name + "\"")
                        .toList());
    }
}
