package dev.coppice.model.nixos;

import dev.coppice.model.nixos.OptionFinding.Kind;
import dev.coppice.model.rules.known.Known;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys in places where NixOS takes any: those that sshd, systemd and the kernel really read. NixOS
 * evaluates a misspelt one without a word.
 */
final class OpenKeys {

    private static final Map<String, String> SECTIONS =
            Map.of(
                    "serviceConfig", "Service",
                    "timerConfig", "Timer",
                    "socketConfig", "Socket",
                    "pathConfig", "Path",
                    "mountConfig", "Mount",
                    "automountConfig", "Automount",
                    "sliceConfig", "Slice",
                    "unitConfig", "Unit");

    private final Known known;

    OpenKeys(Known known) {
        this.known = known;
    }

    /** What is wrong with a key of an option. */
    Optional<OptionFinding> check(List<String> option, String key, YamlPath place) {
        if (option.equals(List.of("services", "openssh", "settings"))) {
            return known.sshd().find(key).isPresent()
                    ? Optional.empty()
                    : finding(key, "sshd has no keyword ", known.sshd().near(key), place);
        }
        if (option.equals(List.of("boot", "kernel", "sysctl"))) {
            return known.variables().has(key) || !known.variables().knowsFamily(key)
                    ? Optional.empty()
                    : finding(
                            key, "the kernel has no variable ", known.variables().near(key), place);
        }
        String section = SECTIONS.get(option.isEmpty() ? "" : option.getLast());
        if (section == null
                || !option.getFirst().equals("systemd")
                || key.startsWith("X-")
                || known.unitSettings().of(section).contains(key)) {
            return Optional.empty();
        }
        return finding(
                key,
                "systemd has no setting of [" + section + "] called ",
                known.unitSettings().near(section, key),
                place);
    }

    private static Optional<OptionFinding> finding(
            String key, String what, Optional<String> near, YamlPath place) {
        return Optional.of(
                new OptionFinding(
                        place,
                        Kind.UNKNOWN_KEY,
                        "NixOS accepts it, but " + what + key,
                        near.map(name -> "Did you mean " + name + "?")
                                .orElse("Look it up in the manual."),
                        near));
    }
}
