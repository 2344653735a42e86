package dev.coppice.model.rules.known;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Accounts and groups that the base system or packages make (base-passwd, sysusers.d(5)). */
public final class Accounts {

    private final Map<String, List<String>> users = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();

    Accounts() {
        for (String row : TableFile.rows("accounts.txt")) {
            String[] words = row.split(" ");
            List<String> packages = Arrays.asList(words).subList(2, words.length);
            (words[0].equals("user") ? users : groups).put(words[1], packages);
        }
    }

    /** Whether an account is there with these packages. */
    public boolean hasUser(String name, Set<String> installed) {
        return brought(users.get(name), installed) || named(name, installed);
    }

    /** Whether a group is there with these packages; most accounts have one of their own name. */
    public boolean hasGroup(String name, Set<String> installed) {
        return brought(groups.get(name), installed) || hasUser(name, installed);
    }

    /** Whether the base system itself has a group. */
    public boolean isBaseGroup(String name) {
        return groups.getOrDefault(name, List.of("-")).isEmpty()
                || users.getOrDefault(name, List.of("-")).isEmpty();
    }

    /** A package that makes a group. */
    public Optional<String> packageOfGroup(String name) {
        return first(groups.get(name)).or(() -> packageOfUser(name));
    }

    /** A package that makes an account. */
    public Optional<String> packageOfUser(String name) {
        return first(users.get(name));
    }

    /** The groups of the base system. */
    public Collection<String> baseGroups() {
        return groups.keySet().stream().filter(this::isBaseGroup).toList();
    }

    private static boolean brought(List<String> packages, Set<String> installed) {
        return packages != null
                && (packages.isEmpty() || packages.stream().anyMatch(installed::contains));
    }

    /** Packages that the table does not know often make an account of their own name. */
    private static boolean named(String name, Set<String> installed) {
        return installed.contains(name)
                || installed.contains(name + "-server")
                || name.startsWith("_") && installed.contains(name.substring(1));
    }

    private static Optional<String> first(List<String> packages) {
        return packages == null || packages.isEmpty()
                ? Optional.empty()
                : Optional.of(packages.getFirst());
    }
}
