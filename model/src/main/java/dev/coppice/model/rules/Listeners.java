package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which TCP ports something of a spec listens on, as far as can be told without running it: known
 * packages, containers, checks, and numbers in units and files.
 */
final class Listeners {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9.])[0-9]{2,5}(?![0-9])");
    private static final Pattern LOCAL =
            Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:([0-9]{1,5}))?(/.*)?");

    private final RuleContext context;
    private final Set<Integer> ports = new HashSet<>();
    private final boolean anything;

    Listeners(RuleContext context) {
        this.context = context;
        Bound.Fields root = context.root();
        sshd(root);
        for (Bound.Fields container : root.records("containers")) {
            for (Bound.Value<String> pair : container.texts("ports")) {
                port(published(pair.value()));
            }
        }
        for (Bound.Fields check : root.records("checks")) {
            boolean closed = check.text("is").filter(is -> is.value().equals("closed")).isPresent();
            check.number("port")
                    .filter(p -> !closed)
                    .ifPresent(p -> ports.add(p.value().intValue()));
            check.text("http").ifPresent(url -> http(url.value()));
        }
        root.records("units").forEach(u -> numbers(u.text("content")));
        root.records("timers").forEach(t -> numbers(t.text("command")));
        root.records("files").forEach(f -> numbers(f.text("content")));
        root.record("network")
                .record("nat")
                .texts("forward")
                .forEach(f -> port(f.value().replaceFirst(":.*", "")));
        boolean sources = root.records("files").stream().anyMatch(f -> f.has("source"));
        anything =
                !root.records("bundles").isEmpty()
                        || !context.inventory().knowsPackages()
                        || sources;
    }

    private void sshd(Bound.Fields root) {
        Bound.Fields sshd = root.record("sshd");
        sshd.entries().keySet().stream()
                .filter("Port"::equalsIgnoreCase)
                .forEach(k -> sshd.text(k).ifPresent(v -> port(v.value())));
    }

    /** The port of the machine in {@code 8080:80} or {@code 127.0.0.1:8080:80/tcp}. */
    static String published(String pair) {
        String[] parts = pair.replaceFirst("/.*", "").split(":");
        return parts.length < 2 ? "" : parts[parts.length - 2];
    }

    private void http(String url) {
        Matcher local = LOCAL.matcher(url);
        if (local.matches()) {
            port(local.group(3) != null ? local.group(3) : url.startsWith("https") ? "443" : "80");
        }
    }

    private void numbers(Optional<Bound.Value<String>> text) {
        if (text.isPresent()) {
            Matcher number = NUMBER.matcher(text.get().value());
            while (number.find()) {
                port(number.group());
            }
        }
    }

    private void port(String digits) {
        if (digits.matches("[0-9]{1,5}")) {
            ports.add(Integer.parseInt(digits));
        }
    }

    /** Whether something listens on a port, or may without our knowledge. */
    boolean maybe(int port) {
        return anything || knows(port);
    }

    /** Whether something is known to listen on one of the ports. */
    boolean maybeAny(int from, int to) {
        return anything
                || ports.stream().anyMatch(p -> p >= from && p <= to)
                || context.known().ports().ports().stream()
                        .anyMatch(p -> p >= from && p <= to && knows(p));
    }

    private boolean knows(int port) {
        return ports.contains(port)
                || !context.known()
                        .ports()
                        .listening(port, context.inventory().installed())
                        .isEmpty();
    }
}
