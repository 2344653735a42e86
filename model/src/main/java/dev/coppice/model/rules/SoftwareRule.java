package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Packages and services have Debian's names, and services are not both on and off. */
final class SoftwareRule implements Rule {

    private static final Map<String, String> PACKAGES =
            Map.ofEntries(
                    Map.entry("openssh", "openssh-server"),
                    Map.entry("sshd", "openssh-server"),
                    Map.entry("httpd", "apache2"),
                    Map.entry("apache", "apache2"),
                    Map.entry("node", "nodejs"),
                    Map.entry("docker", "docker.io"),
                    Map.entry("mysql", "mariadb-server"),
                    Map.entry("postgres", "postgresql"),
                    Map.entry("python", "python3"),
                    Map.entry("gnupg2", "gnupg"),
                    Map.entry("qemu-ga", "qemu-guest-agent"));

    static final Map<String, String> SERVICES =
            Map.ofEntries(
                    Map.entry("sshd", "ssh"),
                    Map.entry("openssh", "ssh"),
                    Map.entry("httpd", "apache2"),
                    Map.entry("crond", "cron"),
                    Map.entry("postgres", "postgresql"),
                    Map.entry("mysql", "mariadb"),
                    Map.entry("ntp", "systemd-timesyncd"));

    /** Whether a package is called otherwise here, which is a finding of its own. */
    static boolean isOtherName(String name) {
        return PACKAGES.containsKey(name);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        for (Bound.Value<String> name : context.root().texts("packages")) {
            Optional.ofNullable(PACKAGES.get(name.value()))
                    .ifPresent(
                            right ->
                                    findings.accept(
                                            Finding.at(
                                                    name.path(),
                                                    DiagnosticCode.OTHER_NAME,
                                                    "Debian has another name for `"
                                                            + name.value()
                                                            + "`",
                                                    "Debian calls it `" + right + "`.",
                                                    Fixes.set(name.path(), right))));
        }
        Bound.Fields services = context.root().record("services");
        for (String name : services.entries().keySet()) {
            service(services.record(name), name, services, findings);
        }
    }

    private static void service(
            Bound.Fields said, String name, Bound.Fields services, Consumer<Finding> findings) {
        boolean enabled = said.flag("enabled").map(Bound.Value::value).orElse(false);
        boolean masked = said.flag("masked").map(Bound.Value::value).orElse(false);
        if (enabled && masked) {
            findings.accept(
                    Finding.atKey(
                            said.path().key("masked"),
                            DiagnosticCode.CONFLICTING_KEYS,
                            "`" + name + "` cannot be both enabled and masked",
                            "A masked unit never starts: keep one of the two.",
                            Fixes.remove(said.path().key("masked")),
                            Fixes.remove(said.path().key("enabled"))));
        }
        String right = SERVICES.get(name.replaceFirst("\\.service$", ""));
        if (right != null && !services.has(right)) {
            findings.accept(
                    Finding.atKey(
                            said.path(),
                            DiagnosticCode.OTHER_NAME,
                            "Debian has no unit `" + name + "` of its own",
                            "Debian calls it `" + right + "`.",
                            Fixes.rename(said.path(), right)));
        }
    }
}
