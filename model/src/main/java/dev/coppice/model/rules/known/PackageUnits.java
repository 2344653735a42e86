package dev.coppice.model.rules.known;

import dev.coppice.model.bind.Closest;
import dev.coppice.model.bind.Words;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which units the packages of Debian bring, themselves or through what they need. */
public final class PackageUnits {

    private static final String BASE = "+";
    private static final String MANY = "*";

    /** The packages of each unit as they stand in the table; split when they are asked for. */
    private final Map<String, String> packages = new HashMap<>();

    private final Words words;

    PackageUnits() {
        for (String row : TableFile.rows("package-units.txt")) {
            int colon = row.indexOf(" : ");
            String names = row.substring(colon + 3);
            for (String unit : row.substring(0, colon).split(" ")) {
                packages.put(unit, names);
            }
        }
        words = new Words(packages.keySet());
    }

    /** What is known of a unit. */
    public enum Answer {
        /** The base system or one of the packages brings it. */
        BROUGHT,
        /** Other packages bring it, none of these. */
        MISSING,
        /** The table does not know the unit. */
        UNKNOWN
    }

    /** Whether a unit comes with the base system or with packages. */
    public Answer ask(String unit, Set<String> installed) {
        String names = packages.get(template(unit));
        if (names == null) {
            return Answer.UNKNOWN;
        }
        boolean brought =
                names.equals(BASE)
                        || names.equals(MANY)
                        || Arrays.stream(names.split(" ")).anyMatch(installed::contains);
        return brought ? Answer.BROUGHT : Answer.MISSING;
    }

    /**
     * A package to install for a unit: the one that is called most like it.
     *
     * @param known whether the release that is meant has a package
     */
    public Optional<String> bestPackage(String unit, Predicate<String> known) {
        String names = packages.getOrDefault(template(unit), BASE);
        if (names.equals(BASE) || names.equals(MANY)) {
            return Optional.empty();
        }
        String stem = unit.replaceFirst("@?\\.[a-z]+$", "").replaceFirst("@.*", "");
        List<String> all = Arrays.stream(names.split(" ")).filter(known).toList();
        if (all.contains(stem + "-server")) {
            return Optional.of(stem + "-server");
        } else if (all.contains("open" + stem + "-server")) {
            return Optional.of("open" + stem + "-server");
        } else if (all.contains(stem)) {
            return Optional.of(stem);
        }
        List<String> beginning =
                all.stream().filter(p -> p.startsWith(stem) || stem.startsWith(p)).toList();
        return beginning.stream()
                .filter(p -> p.endsWith("-server"))
                .findFirst()
                .or(() -> beginning.stream().findFirst())
                .or(() -> Closest.to(stem, all))
                .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
    }

    /** The units that packages bring by themselves or through what they need. */
    public List<String> of(Set<String> installed) {
        return matching(
                names ->
                        !names.equals(BASE)
                                && (names.equals(MANY)
                                        || Arrays.stream(names.split(" "))
                                                .anyMatch(installed::contains)));
    }

    /** The units that every system has. */
    public List<String> ofBase() {
        return matching(BASE::equals);
    }

    private List<String> matching(Predicate<String> names) {
        return packages.entrySet().stream()
                .filter(e -> names.test(e.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The nearest unit that some package brings. */
    public Optional<String> near(String unit) {
        return words.near(unit);
    }

    /** {@code getty@tty2.service} is an instance of {@code getty@.service}. */
    private String template(String unit) {
        int at = unit.indexOf('@');
        int dot = unit.lastIndexOf('.');
        return at > 0 && dot > at && !packages.containsKey(unit)
                ? unit.substring(0, at + 1) + unit.substring(dot)
                : unit;
    }
}
