package dev.coppice.model.export.nixos;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Debian calls one thing and NixOS another: groups, shells, places of programs. */
final class NixosNames {

    /** Where the programs of all installed packages are. */
    static final String BIN = "/run/current-system/sw/bin/";

    private static final Map<String, String> GROUPS =
            Map.of("sudo", "wheel", "libvirt", "libvirtd", "netdev", "networkmanager");

    /** Groups that every NixOS has, after its table of fixed ids and its systemd module. */
    private static final Set<String> COMMON_GROUPS =
            Set.of(
                    "root",
                    "wheel",
                    "kmem",
                    "tty",
                    "messagebus",
                    "disk",
                    "audio",
                    "floppy",
                    "uucp",
                    "lp",
                    "proc",
                    "cdrom",
                    "tape",
                    "video",
                    "dialout",
                    "adm",
                    "render",
                    "sgx",
                    "input",
                    "kvm",
                    "users",
                    "nixbld",
                    "shadow",
                    "utmp",
                    "systemd-journal",
                    "keys",
                    "clock");

    private static final Map<String, String> SHELLS =
            Map.of(
                    "bash", "pkgs.bashInteractive",
                    "dash", "pkgs.dash",
                    "fish", "pkgs.fish",
                    "ksh", "pkgs.ksh",
                    "ksh93", "pkgs.ksh",
                    "mksh", "pkgs.mksh",
                    "tcsh", "pkgs.tcsh",
                    "nologin", "\"${pkgs.shadow}/bin/nologin\"",
                    "false", "\"${pkgs.coreutils}/bin/false\"",
                    "zsh", "pkgs.zsh");

    private static final Pattern PROGRAM =
            Pattern.compile("(?<![\\w./-])(?:/usr)?/s?bin/([\\w][\\w.+@-]*)");

    private NixosNames() {}

    static String group(String debian) {
        return GROUPS.getOrDefault(debian, debian);
    }

    /** Debian's name of a group of NixOS. */
    static String debianGroup(String nixos) {
        return GROUPS.entrySet().stream()
                .filter(each -> each.getValue().equals(nixos))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(nixos);
    }

    static boolean isCommonGroup(String nixos) {
        return COMMON_GROUPS.contains(nixos);
    }

    /** The expression of a login shell; empty for an unknown one. */
    static Optional<String> shell(String path) {
        if (path.equals("/bin/sh")) {
            return Optional.of("\"/bin/sh\"");
        }
        return Optional.ofNullable(SHELLS.get(path.substring(path.lastIndexOf('/') + 1)));
    }

    /** The shells that are programs with options of their own, without which NixOS refuses them. */
    static Optional<String> shellOption(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "zsh" -> Optional.of("programs.zsh.enable");
            case "fish" -> Optional.of("programs.fish.enable");
            default -> Optional.empty();
        };
    }

    /**
     * A command line with the programs where NixOS has them. NixOS has {@code /bin/sh} and {@code
     * /usr/bin/env} and no other program in those places.
     */
    static String command(String line) {
        Matcher matcher = PROGRAM.matcher(line);
        return matcher.replaceAll(
                found ->
                        Matcher.quoteReplacement(
                                isEverywhere(found.group())
                                        ? found.group()
                                        : BIN + found.group(1)));
    }

    private static boolean isEverywhere(String path) {
        return path.equals("/bin/sh") || path.equals("/usr/bin/env");
    }
}
