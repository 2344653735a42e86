package dev.coppice.model.rules.known;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** On which TCP ports packages listen without further settings. */
public final class PackagePorts {

    private final Map<Integer, List<String>> packages = new LinkedHashMap<>();

    PackagePorts() {
        for (String row : TableFile.rows("package-ports.txt")) {
            List<String> words = List.of(row.split(" "));
            packages.put(Integer.parseInt(words.getFirst()), words.subList(1, words.size()));
        }
    }

    /** The packages among these that listen on a port. */
    public List<String> listening(int port, Set<String> installed) {
        return packages.getOrDefault(port, List.of()).stream().filter(installed::contains).toList();
    }

    /** The ports that the table knows. */
    public Set<Integer> ports() {
        return packages.keySet();
    }
}
