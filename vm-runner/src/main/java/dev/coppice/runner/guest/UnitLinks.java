package dev.coppice.runner.guest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the links below {@code /etc/systemd/system} say of units: a link to {@code /dev/null} masks
 * one, a link in a directory {@code *.wants} or {@code *.requires} enables one.
 */
final class UnitLinks {

    private final Map<String, String> states = new HashMap<>();

    /**
     * @param links path below that directory, tab, target
     */
    UnitLinks(List<String> links) {
        for (String line : links) {
            String[] fields = line.split("\t", 2);
            if (fields.length == 2) {
                add(fields[0], fields[1]);
            }
        }
    }

    Map<String, String> states() {
        return states;
    }

    private void add(String path, String target) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        if (slash < 0) {
            if (target.equals("/dev/null")) {
                states.put(name, "masked");
            }
            return;
        }
        String directory = path.substring(0, slash);
        if (directory.endsWith(".wants") || directory.endsWith(".requires")) {
            states.putIfAbsent(name, "enabled");
        }
    }
}
