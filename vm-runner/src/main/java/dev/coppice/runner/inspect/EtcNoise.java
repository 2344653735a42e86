package dev.coppice.runner.inspect;

import java.util.regex.Pattern;

/** Files below {@code /etc} that programs write by themselves, and those that hold secrets. */
final class EtcNoise {

    /** Folders of links and of what is generated. */
    private static final Pattern FOLDERS =
            Pattern.compile(
                    "/etc/(alternatives|rc[0-6S]\\.d|ssl/(certs|private)|ca-certificates/update\\.d"
                            + "|systemd/system/.*\\.(wants|requires)|systemd/user/.*\\.wants"
                            + "|dpkg/origins|apt/trusted\\.gpg\\.d|ld\\.so\\.conf\\.d"
                            + "|fonts/conf\\.d|apparmor\\.d/(local|cache.*|disable)|java-.*"
                            + "|X11/(xkb|app-defaults)|terminfo|xml|sgml|lvm/(archive|backup)"
                            + "|emacs|python3.*|perl|polkit-1|skel)");

    /** Made by scripts of packages, by the installer, or by the running machine. */
    private static final Pattern FILES =
            Pattern.compile(
                    "/etc/(passwd|group|shadow|gshadow|subuid|subgid|shells|hostname|hosts|timezone"
                        + "|localtime|adjtime|mtab|fstab|resolv\\.conf|machine-id|motd"
                        + "|ld\\.so\\.cache|\\.pwd\\.lock|\\.updated|\\.java|environment"
                        + "|nsswitch\\.conf|profile|bash\\.bashrc|issue(\\.net)?|networks"
                        + "|host\\.conf|rpc|protocols|services|ethertypes|nanorc|inputrc"
                        + "|ca-certificates\\.conf|debian_version|os-release|lsb-release"
                        + "|locale\\.(gen|alias|conf)|vconsole\\.conf|mailcap(\\.order)?"
                        + "|papersize|popularity-contest\\.conf|aliases(\\.db)?"
                        + "|default/(locale|keyboard|console-setup|useradd|grub|nss)"
                        + "|pam\\.d/common-.*|pam\\.d/(other)|udev/hwdb\\.bin"
                        + "|apt/sources\\.list(~|\\.d/debian\\.sources)?|apt/apt\\.conf\\.d/.*(autoremove|docker).*"
                        + "|ssl/.*\\.cnf\\.dist|selinux/.*|kernel/.*|initramfs-tools/.*"
                        + "|console-setup/cached.*|init\\.d/\\.depend.*|rmt|vtrgb"
                        + "|login\\.defs|securetty|apt/preferences\\.d/\\..*)"
                        + "|.*(~|\\.dpkg-(old|new|dist|tmp)|\\.ucf-(old|dist|new)|\\.sw[po]"
                        + "|/\\.placeholder|/README)|/etc/(passwd|group|shadow|gshadow|subuid"
                        + "|subgid)-");

    /** Never opened: keys of the machine and of programs. */
    private static final Pattern SECRETS =
            Pattern.compile(
                    "/etc/ssh/ssh_host_.*_key|.*/(id_(rsa|dsa|ecdsa|ed25519)|[^/]*\\.(key|p12|pfx"
                            + "|keytab|jks))|/etc/(krb5\\.keytab|machine-info\\.key)"
                            + "|/etc/letsencrypt/(archive|live|keys|accounts)/.*"
                            + "|/etc/NetworkManager/system-connections/.*|/etc/wireguard/.*"
                            + "|/etc/wpa_supplicant/.*|/etc/ppp/.*-secrets|/etc/openvpn/.*\\.key"
                            + "|/etc/mysql/debian\\.cnf");

    private EtcNoise() {}

    static boolean isFolder(String path) {
        return FOLDERS.matcher(path).matches();
    }

    static boolean isFile(String path) {
        return FILES.matcher(path).matches() || path.matches("/etc/ssh/ssh_host_.*_key\\.pub");
    }

    static boolean isSecret(String path) {
        return SECRETS.matcher(path).matches();
    }
}
