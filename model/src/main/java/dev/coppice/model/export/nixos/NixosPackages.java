package dev.coppice.model.export.nixos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** What Debian's packages are on NixOS, after the resource {@code packages.txt}. */
final class NixosPackages {

    /** What a package becomes. */
    sealed interface Meaning {}

    /** Attributes of nixpkgs. */
    record Attributes(List<String> attributes) implements Meaning {
        public Attributes {
            attributes = List.copyOf(attributes);
        }
    }

    /** Options that switch it on. */
    record Options(List<String> options) implements Meaning {
        public Options {
            options = List.copyOf(options);
        }
    }

    /**
     * A service that runs once it is installed.
     *
     * @param units its units on Debian
     * @param attributes what stays of it when the service is switched off
     */
    record Serves(List<String> units, List<String> attributes) implements Meaning {
        public Serves {
            units = List.copyOf(units);
            attributes = List.copyOf(attributes);
        }
    }

    /** Every NixOS has it. */
    record Builtin(String how) implements Meaning {}

    /** NixOS has nothing of the kind. */
    record Nothing(String why) implements Meaning {}

    private final SequencedMap<String, String> rows;

    NixosPackages() {
        this(NixosTable.read("packages.txt"));
    }

    NixosPackages(SequencedMap<String, String> rows) {
        this.rows = rows;
    }

    /** What a package becomes; empty for an unknown one. */
    Optional<Meaning> of(String debian) {
        return Optional.ofNullable(rows.get(debian)).map(NixosPackages::meaning);
    }

    /** The packages that are known. */
    List<String> names() {
        return List.copyOf(rows.keySet());
    }

    private static Meaning meaning(String row) {
        if (row.startsWith("+")) {
            return new Builtin(row.substring(1).strip());
        }
        if (row.startsWith("-")) {
            return new Nothing(row.substring(1).strip());
        }
        var units = new ArrayList<String>();
        var options = new ArrayList<String>();
        var attributes = new ArrayList<String>();
        for (String word : row.split("\\s+")) {
            switch (word.charAt(0)) {
                case '@' -> units.add(word.substring(1));
                case '=' -> options.add(word.substring(1));
                default -> attributes.add(word);
            }
        }
        if (!units.isEmpty()) {
            return new Serves(units, attributes);
        }
        return options.isEmpty() ? new Attributes(attributes) : new Options(options);
    }

    /**
     * Attributes that an unknown package may be called, to be looked up: nixpkgs drops Debian's
     * prefixes and suffixes, and gathers libraries of languages in sets.
     */
    static List<String> candidates(String debian) {
        String name = debian.toLowerCase(Locale.ROOT);
        String plain =
                name.replaceFirst("^lib(.+?)(-?[0-9.]+)?(-dev|-bin|-utils|-tools)?$", "lib$1")
                        .replaceFirst(
                                "-(dev|bin|utils|tools|common|data|doc|cli|client|server)$", "");
        Stream<String> language =
                Stream.of(
                                prefixed(name, "python3-", "python3Packages."),
                                prefixed(name, "golang-", ""),
                                prefixed(name, "node-", "nodePackages."),
                                prefixed(name, "ruby-", "rubyPackages."))
                        .flatMap(Optional::stream);
        String unversioned = name.replaceFirst("-?[0-9.]+$", "");
        return Stream.concat(language, Stream.of(name, plain, unversioned))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<String> prefixed(String name, String prefix, String set) {
        return name.startsWith(prefix)
                ? Optional.of(set + name.substring(prefix.length()))
                : Optional.empty();
    }
}
