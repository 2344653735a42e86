package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.rules.known.KernelVariables;
import dev.coppice.model.yaml.YamlPath;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The kernel knows what is set, and boot parameters leave alone what Coppice needs. */
final class KernelRule implements Rule {

    private static final Set<String> RESERVED =
            Set.of("root", "rootfstype", "rootflags", "init", "rdinit", "ro", "rw", "initrd");
    private static final Pattern NUMBERS = Pattern.compile("(0x)?-?[0-9a-fA-F]+([\\s,]+-?[0-9]+)*");
    private static final Set<String> FORWARDING =
            Set.of("net.ipv4.ip_forward", "net.ipv4.conf.all.forwarding");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Bound.Fields kernel = context.root().record("kernel");
        for (Bound.Value<String> word : kernel.texts("parameters")) {
            parameter(word, findings);
        }
        for (Bound.Value<String> module : kernel.texts("modules")) {
            if (!context.known().modules().has(module.value())) {
                module(module, context, findings);
            }
        }
        Bound.Fields variables = kernel.record("sysctl");
        Map<String, String> seen = new HashMap<>();
        for (String name : variables.entries().keySet()) {
            String dotted = KernelVariables.dotted(name);
            String before = seen.putIfAbsent(dotted, name);
            YamlPath path = variables.path().key(name);
            if (before != null) {
                findings.accept(
                        Finding.atKey(
                                path,
                                DiagnosticCode.DUPLICATE,
                                "`" + name + "` and `" + before + "` are the same variable",
                                "Keep one of them.",
                                Fixes.remove(path)));
            } else if (!context.known().variables().has(dotted)) {
                variable(name, dotted, path, context.known().variables(), findings);
            } else {
                variables.text(name).ifPresent(value -> value(dotted, value, context, findings));
            }
        }
    }

    private static void parameter(Bound.Value<String> word, Consumer<Finding> findings) {
        String name = word.value().replaceFirst("=.*", "");
        if (RESERVED.contains(name)) {
            findings.accept(
                    Finding.at(
                            word.path(),
                            DiagnosticCode.RESERVED_PARAMETER,
                            "`"
                                    + name
                                    + "` is set by Coppice; the machine may not start"
                                    + " with another one",
                            "Remove it.",
                            Fixes.remove(word.path())));
        }
    }

    private static void module(
            Bound.Value<String> module, RuleContext context, Consumer<Finding> findings) {
        boolean packaged =
                !context.inventory().knowsPackages()
                        || context.inventory().packages().stream()
                                .anyMatch(p -> p.endsWith("-dkms") || p.contains("-modules"));
        if (packaged) {
            return;
        }
        Optional<String> near = context.known().modules().near(module.value());
        findings.accept(
                Finding.at(
                        module.path(),
                        DiagnosticCode.UNKNOWN_MODULE,
                        "Debian's kernel has no module `" + module.value() + "`",
                        near.map(n -> "Did you mean `" + n + "`?")
                                .orElse("Look it up with `modinfo`, or remove it."),
                        near.map(n -> new Fix[] {Fixes.set(module.path(), n)})
                                .orElse(new Fix[] {Fixes.remove(module.path())})));
    }

    private static void variable(
            String written,
            String dotted,
            YamlPath path,
            KernelVariables known,
            Consumer<Finding> findings) {
        Optional<String> near = known.near(dotted);
        boolean optional = written.startsWith("-");
        if (optional && near.isEmpty()) {
            return;
        }
        findings.accept(
                Finding.atKey(
                        path,
                        DiagnosticCode.UNKNOWN_SYSCTL,
                        "the kernel has no variable `" + written + "`",
                        near.map(n -> "Did you mean `" + n + "`?")
                                .orElse(
                                        "Look it up with `sysctl -a`; a hyphen before the name says"
                                                + " that it may be missing."),
                        near.map(n -> new Fix[] {Fixes.rename(path, n)})
                                .orElse(new Fix[] {Fixes.remove(path)})));
    }

    private static void value(
            String name,
            Bound.Value<String> value,
            RuleContext context,
            Consumer<Finding> findings) {
        String text = value.value().strip();
        if (context.known().variables().isNumber(name) && !NUMBERS.matcher(text).matches()) {
            Optional<String> better =
                    switch (text.toLowerCase(Locale.ROOT)) {
                        case "yes", "on", "true", "enabled" -> Optional.of("1");
                        case "no", "off", "false", "disabled" -> Optional.of("0");
                        default -> Optional.empty();
                    };
            findings.accept(
                    Finding.at(
                            value.path(),
                            DiagnosticCode.BAD_SYSCTL_VALUE,
                            "`" + name + "` takes numbers, not `" + shorten(text) + "`",
                            better.map(b -> "Write \"" + b + "\".")
                                    .orElse("Write a whole number in quotes, such as \"1\"."),
                            better.map(b -> new Fix[] {Fixes.set(value.path(), b)})
                                    .orElse(new Fix[0])));
        }
        boolean nat = context.root().record("network").has("nat");
        if (nat && FORWARDING.contains(name) && text.equals("0")) {
            findings.accept(
                    Finding.at(
                            value.path(),
                            DiagnosticCode.FORWARDING_OFF,
                            "`network.nat` needs forwarding, and this turns it off",
                            "Remove it; `network.nat` turns forwarding on.",
                            Fixes.remove(value.path())));
        }
    }

    private static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
