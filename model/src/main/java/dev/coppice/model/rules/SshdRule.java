package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Closest;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.rules.known.SshdKeywords;
import dev.coppice.model.yaml.YamlPath;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** sshd starts with its settings, and somebody can still log in (sshd_config(5)). */
final class SshdRule implements Rule {

    private static final Set<String> KEYS_ONLY = Set.of("Match", "Include");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Bound.Fields sshd = context.root().record("sshd");
        if (sshd.entries().isEmpty()) {
            return;
        }
        if (context.inventory().knowsPackages() && !LoginRule.hasSshServer(context)) {
            findings.accept(
                    LoginRule.missing(
                            Finding.Anchor.KEY,
                            sshd.path(),
                            "openssh-server",
                            "these settings are for a server that is not installed",
                            context));
        }
        var seen = new HashMap<String, String>();
        for (String name : sshd.entries().keySet()) {
            YamlPath path = sshd.path().key(name);
            Optional<SshdKeywords.Keyword> keyword = context.known().sshd().find(name);
            if (keyword.isEmpty()) {
                unknown(name, path, context.known().sshd(), findings);
            } else {
                keyword(keyword.get(), name, sshd, findings);
            }
            String before = seen.putIfAbsent(lower(name), name);
            if (before != null) {
                findings.accept(
                        Finding.atKey(
                                path,
                                DiagnosticCode.DUPLICATE,
                                "`" + name + "` and `" + before + "` are the same keyword",
                                "Keep one of them.",
                                Fixes.remove(path)));
            }
        }
        lockout(sshd, context, findings);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void unknown(
            String name, YamlPath path, SshdKeywords known, Consumer<Finding> findings) {
        Optional<String> near = known.near(name);
        findings.accept(
                Finding.atKey(
                        path,
                        DiagnosticCode.UNKNOWN_SSHD_KEYWORD,
                        "sshd has no keyword `" + name + "` and would not start",
                        near.map(n -> "Did you mean `" + n + "`?")
                                .orElse("Look it up in sshd_config(5), or remove it."),
                        near.map(n -> Fixes.rename(path, n)).orElse(Fixes.remove(path))));
    }

    private static void keyword(
            SshdKeywords.Keyword keyword,
            String written,
            Bound.Fields sshd,
            Consumer<Finding> findings) {
        YamlPath path = sshd.path().key(written);
        if (keyword.gone() || keyword.newName().isPresent()) {
            findings.accept(
                    Finding.atKey(
                            path,
                            DiagnosticCode.OLD_SSHD_KEYWORD,
                            keyword.gone()
                                    ? "`" + written + "` has no effect in today's sshd"
                                    : "`" + written + "` is an old name",
                            keyword.newName().map(n -> "Write `" + n + "`.").orElse("Remove it."),
                            keyword.newName()
                                    .map(n -> Fixes.rename(path, n))
                                    .orElse(Fixes.remove(path))));
            return;
        }
        if (KEYS_ONLY.contains(keyword.name())) {
            findings.accept(
                    Finding.atKey(
                            path,
                            DiagnosticCode.BAD_SSHD_VALUE,
                            "`"
                                    + keyword.name()
                                    + "` changes what stands below it and has no place"
                                    + " in a list of settings",
                            "Write it in a file /etc/ssh/sshd_config.d/NAME.conf under `files`.",
                            Fixes.remove(path)));
            return;
        }
        sshd.text(written).ifPresent(value -> value(keyword, value, findings));
    }

    private static void value(
            SshdKeywords.Keyword keyword, Bound.Value<String> value, Consumer<Finding> findings) {
        List<String> words = keyword.words();
        String text = value.value();
        boolean good =
                switch (keyword.kind()) {
                    case "int" -> text.matches("[0-9]{1,9}");
                    case "port" ->
                            text.matches("[0-9]{1,5}")
                                    && Integer.parseInt(text) >= 1
                                    && Integer.parseInt(text) <= 65535;
                    case "time" -> text.matches("(?i)none|([0-9]{1,9}[smhdw]?)+");
                    default -> words.isEmpty() || words.stream().anyMatch(text::equalsIgnoreCase);
                };
        if (good) {
            return;
        }
        Optional<String> near = near(text, words);
        findings.accept(
                Finding.at(
                        value.path(),
                        DiagnosticCode.BAD_SSHD_VALUE,
                        "`" + text + "` is no value of `" + keyword.name() + "`",
                        near.map(n -> "Did you mean `" + n + "`? ").orElse("")
                                + switch (keyword.kind()) {
                                    case "int" -> "Write a whole number.";
                                    case "port" -> "Write a port from 1 to 65535.";
                                    case "time" -> "Write a time such as 30s, 2m or 1h.";
                                    default -> "Possible: " + String.join(", ", words) + ".";
                                },
                        near.map(n -> new Fix[] {Fixes.set(value.path(), n)}).orElse(new Fix[0])));
    }

    private static Optional<String> near(String text, List<String> words) {
        boolean truth = words.contains("yes") && words.contains("no");
        if (truth && text.matches("(?i)true|on|1|enabled?")) {
            return Optional.of("yes");
        } else if (truth && text.matches("(?i)false|off|0|disabled?|never")) {
            return Optional.of("no");
        }
        return Closest.to(text, words);
    }

    private static boolean is(Bound.Fields sshd, String keyword, String value) {
        return sshd.entries().keySet().stream()
                .filter(keyword::equalsIgnoreCase)
                .anyMatch(
                        k ->
                                sshd.text(k)
                                        .filter(v -> v.value().equalsIgnoreCase(value))
                                        .isPresent());
    }

    /** Without passwords there must be keys. */
    private static void lockout(
            Bound.Fields sshd, RuleContext context, Consumer<Finding> findings) {
        boolean keys =
                !context.root().whole("users")
                        || context.root().records("users").stream()
                                .anyMatch(
                                        u ->
                                                !u.texts("sshAuthorizedKeys").isEmpty()
                                                        || !u.whole("sshAuthorizedKeys"));
        boolean otherKeys =
                sshd.entries().keySet().stream()
                        .anyMatch(
                                k ->
                                        k.toLowerCase(Locale.ROOT)
                                                .matches(
                                                        "authorizedkeyscommand|trustedusercakeys"
                                                                + "|gssapiauthentication"
                                                                + "|kerberosauthentication"
                                                                + "|kbdinteractiveauthentication"));
        Optional<String> password =
                sshd.entries().keySet().stream()
                        .filter("PasswordAuthentication"::equalsIgnoreCase)
                        .findFirst();
        if (password.isPresent() && is(sshd, "PasswordAuthentication", "no")) {
            boolean ownKeys =
                    context.inventory().files().keySet().stream()
                            .anyMatch(p -> p.contains("authorized_keys"));
            if (!keys && !otherKeys && !ownKeys) {
                findings.accept(
                        Finding.at(
                                sshd.path().key(password.get()),
                                DiagnosticCode.SSH_LOCKOUT,
                                "without passwords nobody can log in over SSH: no user has a key",
                                "Add `sshAuthorizedKeys` to a user."));
            }
            if (keys && is(sshd, "PubkeyAuthentication", "no") && !otherKeys) {
                findings.accept(
                        Finding.at(
                                sshd.path().key(password.get()),
                                DiagnosticCode.SSH_LOCKOUT,
                                "neither passwords nor keys are taken: nobody can log in over SSH",
                                "Set one of `PasswordAuthentication` and `PubkeyAuthentication` to"
                                        + " yes."));
            }
        }
        allowed(sshd, context, findings);
    }

    private static void allowed(
            Bound.Fields sshd, RuleContext context, Consumer<Finding> findings) {
        for (String key : sshd.entries().keySet()) {
            Optional<Bound.Value<String>> value = sshd.text(key);
            if (!key.equalsIgnoreCase("AllowUsers") || value.isEmpty()) {
                continue;
            }
            List<String> names = List.of(value.get().value().strip().split("\\s+"));
            boolean anybody =
                    names.stream()
                            .anyMatch(
                                    n ->
                                            n.contains("*")
                                                    || n.contains("?")
                                                    || context.inventory()
                                                            .hasUser(n.replaceFirst("@.*", "")));
            if (!anybody && context.root().whole("users")) {
                findings.accept(
                        Finding.at(
                                value.get().path(),
                                DiagnosticCode.SSH_LOCKOUT,
                                "none of these users exists, so nobody can log in over SSH",
                                "Write names of `users`, separated by blanks."));
            }
        }
    }
}
