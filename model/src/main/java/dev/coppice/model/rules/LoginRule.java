package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** People can do what their accounts are made for: start their shell, use their keys and sudo. */
final class LoginRule implements Rule {

    /** Shells and the packages that bring them; an empty name stands for the base system. */
    private static final Map<String, String> SHELLS =
            Map.ofEntries(
                    Map.entry("sh", ""),
                    Map.entry("bash", ""),
                    Map.entry("rbash", ""),
                    Map.entry("dash", ""),
                    Map.entry("nologin", ""),
                    Map.entry("false", ""),
                    Map.entry("true", ""),
                    Map.entry("sync", ""),
                    Map.entry("zsh", "zsh"),
                    Map.entry("rzsh", "zsh"),
                    Map.entry("fish", "fish"),
                    Map.entry("ksh", "ksh"),
                    Map.entry("ksh93", "ksh93u+m"),
                    Map.entry("mksh", "mksh"),
                    Map.entry("tcsh", "tcsh"),
                    Map.entry("csh", "tcsh"),
                    Map.entry("elvish", "elvish"),
                    Map.entry("xonsh", "xonsh"),
                    Map.entry("yash", "yash"),
                    Map.entry("tmux", "tmux"),
                    Map.entry("screen", "screen"),
                    Map.entry("git-shell", "git"),
                    Map.entry("pwsh", "powershell"),
                    Map.entry("nu", "nushell"));

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        if (!context.inventory().knowsPackages()) {
            return;
        }
        boolean rules = !context.root().records("sudo").isEmpty();
        for (Bound.Fields user : context.root().records("users")) {
            user.text("shell")
                    .filter(Bound.Value::written)
                    .ifPresent(shell -> shell(shell, context, findings));
            for (Bound.Value<String> group : user.texts("groups")) {
                if (group.value().equals("sudo")) {
                    sudo(user, group, rules, context, findings);
                }
            }
            List<Bound.Value<String>> keys = user.texts("sshAuthorizedKeys");
            if (!keys.isEmpty() && !hasSshServer(context)) {
                findings.accept(
                        missing(
                                Finding.Anchor.KEY,
                                user.path().key("sshAuthorizedKeys"),
                                "openssh-server",
                                "these keys open nothing: no SSH server is installed",
                                context));
            }
        }
    }

    static boolean hasSshServer(RuleContext context) {
        return context.inventory().has("openssh-server")
                || context.inventory().has("ssh")
                || context.inventory().has("dropbear")
                || context.inventory().packages().stream().anyMatch(p -> p.startsWith("task-"));
    }

    static Finding missing(
            Finding.Anchor anchor,
            YamlPath path,
            String name,
            String message,
            RuleContext context) {
        String help = "Add `" + name + "` to `packages`.";
        Fix fix = PackageFix.add(name, context);
        return anchor == Finding.Anchor.KEY
                ? Finding.atKey(path, DiagnosticCode.MISSING_PACKAGE, message, help, fix)
                : Finding.at(path, DiagnosticCode.MISSING_PACKAGE, message, help, fix);
    }

    private static void shell(
            Bound.Value<String> shell, RuleContext context, Consumer<Finding> findings) {
        String name = shell.value().substring(shell.value().lastIndexOf('/') + 1);
        String bringer = bringer(name, context);
        boolean own = context.inventory().writes(shell.value()) || !context.root().whole("files");
        if (own
                || bringer != null && (bringer.isEmpty() || context.inventory().has(bringer))
                || context.inventory().has(name)) {
            return;
        }
        if (bringer == null) {
            findings.accept(
                    Finding.at(
                            shell.path(),
                            DiagnosticCode.MISSING_SHELL,
                            "nothing is known to bring the shell `" + shell.value() + "`",
                            "Without it nobody can log in as this user: choose another one, such as"
                                    + " /bin/bash.",
                            Fixes.set(shell.path(), "/bin/bash")));
            return;
        }
        findings.accept(
                Finding.at(
                        shell.path(),
                        DiagnosticCode.MISSING_SHELL,
                        "no package here brings the shell `" + shell.value() + "`",
                        "Add `" + bringer + "` to `packages`, or nobody can log in as this user.",
                        PackageFix.add(bringer, context),
                        Fixes.set(shell.path(), "/bin/bash")));
    }

    /** The package that brings a shell; null when nobody knows one that the release has. */
    private static String bringer(String shell, RuleContext context) {
        String bringer = SHELLS.getOrDefault(shell, context.archive().ready() ? shell : null);
        return bringer == null || bringer.isEmpty() || context.archive().known(bringer)
                ? bringer
                : null;
    }

    private static void sudo(
            Bound.Fields user,
            Bound.Value<String> group,
            boolean rules,
            RuleContext context,
            Consumer<Finding> findings) {
        if (!context.inventory().has("sudo") && !context.inventory().has("sudo-ldap") && !rules) {
            findings.accept(
                    missing(
                            Finding.Anchor.VALUE,
                            group.path(),
                            "sudo",
                            "the program sudo is not installed, so this group gives nothing",
                            context));
        }
        boolean password =
                !user.whole("hashedPassword")
                        || user.text("hashedPassword")
                                .filter(h -> h.value().length() > 1)
                                .isPresent();
        if (!password && !free(user, context)) {
            findings.accept(
                    Finding.at(
                            group.path(),
                            DiagnosticCode.SUDO_LOCKED,
                            "sudo asks this user for a password, and none is set",
                            "Set `hashedPassword`, or add a rule to `sudo` with `password: false`.",
                            freeFix(user, context)));
        }
    }

    private static boolean free(Bound.Fields user, RuleContext context) {
        String name = user.text("name").map(Bound.Value::value).orElse("");
        List<String> groups = user.texts("groups").stream().map(Bound.Value::value).toList();
        return !context.root().whole("sudo")
                || context.root().records("sudo").stream()
                        .filter(r -> r.flag("password").filter(p -> !p.value()).isPresent())
                        .anyMatch(
                                r ->
                                        r.text("user")
                                                        .filter(u -> u.value().equals(name))
                                                        .isPresent()
                                                || r.text("group")
                                                        .filter(g -> groups.contains(g.value()))
                                                        .isPresent());
    }

    private static Fix[] freeFix(Bound.Fields user, RuleContext context) {
        return user.text("name")
                .map(
                        name -> {
                            var rule = new LinkedHashMap<String, YamlValue>();
                            rule.put("user", new YamlValue.Text(name.value()));
                            rule.put("password", new YamlValue.Bool(false));
                            int count = context.root().records("sudo").size();
                            return new Fix[] {
                                new Fix(
                                        "Let " + name.value() + " use sudo without a password",
                                        List.of(
                                                new YamlOp.Insert(
                                                        YamlPath.of("sudo"),
                                                        count,
                                                        new YamlValue.Fields(rule))))
                            };
                        })
                .orElse(new Fix[0]);
    }
}
