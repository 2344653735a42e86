package dev.coppice.model.analysis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that ask for more time or memory than they look like. */
final class HardTexts {

    private HardTexts() {}

    /** Some hundred characters each: bombs, and nesting in every notation. */
    static List<String> small() {
        return List.of(
                aliases(),
                merges(),
                "a: &a [*a, *a]\nb: *a\n",
                "a: &a { <<: *a }\nusers: *a\n",
                Specs.HEAD + "packages: &p [htop]\nfiles: *p\nunits: *p\nchecks: *p\nusers: *p\n",
                "[".repeat(150),
                Specs.HEAD + "users: " + "[".repeat(90) + "]".repeat(90),
                Specs.HEAD + "targets: { nixos: " + "{ a: ".repeat(40) + "1" + " }".repeat(41),
                Specs.HEAD + "files:\n" + "- ".repeat(90) + "x\n",
                Specs.HEAD + "network:\n" + nested(30),
                "? ".repeat(80),
                "a: " + "\"".repeat(99),
                Specs.HEAD + "includes: [deep1.yaml, round.yaml, common.yaml, common.yaml]\n");
    }

    /** Long ones: of many lines, of one line, of many mistakes, deeper than any stack. */
    static List<String> large() {
        return List.of(
                Specs.HEAD + items("packages", 400, "  - p%1$d\n") + users(150) + files(150),
                Specs.HEAD + items("packages", 1500, "  - Bad %1$d\n"),
                Specs.HEAD + items("kernel", 1000, "  x%1$d: [\n"),
                Specs.HEAD + "description: " + "x".repeat(100_000) + "\n",
                Specs.HEAD + "packages: [" + "p, ".repeat(5000) + "]\n",
                "[".repeat(20_000),
                "{ a: ".repeat(20_000),
                "- ".repeat(20_000),
                Specs.HEAD + "network:\n" + nested(300));
    }

    /** Ten to the tenth power of texts, in ten lines. */
    private static String aliases() {
        return "a0: &a0 [x]\n"
                + lines(9, "a%2$d: &a%2$d [" + "*a%1$d, ".repeat(9) + "*a%1$d]\n")
                + Specs.HEAD
                + "packages: *a9\nusers: *a9\n";
    }

    private static String merges() {
        return "m0: &m0 { a: 1 }\n"
                + lines(9, "m%2$d: &m%2$d { <<: [*m%1$d, *m%1$d, *m%1$d], b%1$d: *m%1$d }\n")
                + Specs.HEAD
                + "services: *m9\nmachine: { <<: *m9 }\n";
    }

    private static String nested(int depth) {
        return IntStream.range(1, depth)
                .mapToObj(i -> " ".repeat(i) + "a:\n")
                .collect(Collectors.joining());
    }

    private static String users(int count) {
        return items("users", count, "  - name: u%1$d\n    groups: [audio, u%1$d]\n");
    }

    private static String files(int count) {
        return items(
                "files",
                count,
                "  - path: /srv/f%1$d\n    owner: u%1$d\n    content: |\n      x\n");
    }

    private static String items(String key, int count, String pattern) {
        return key + ":\n" + lines(count, pattern);
    }

    private static String lines(int count, String pattern) {
        return IntStream.range(0, count)
                .mapToObj(i -> pattern.formatted(i, i + 1))
                .collect(Collectors.joining());
    }
}
