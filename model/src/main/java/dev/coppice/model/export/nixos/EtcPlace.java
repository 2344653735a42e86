package dev.coppice.model.export.nixos;

import java.util.List;
import java.util.regex.Pattern;

/** What becomes of a file below {@code /etc}: some of them NixOS writes itself, from options. */
sealed interface EtcPlace {

    /** It stands there, and whoever reads it does so. */
    record Plain() implements EtcPlace {}

    /** Its text goes into an option of lines. */
    record Lines(String option) implements EtcPlace {}

    /** It stands there once an option names it. */
    record Named(String option, NixValue value, String how) implements EtcPlace {}

    /** Its text is an option, instead of what NixOS says there. */
    record Replaced(String option) implements EtcPlace {}

    /** Lines {@code name = value} are settings of an option. */
    record Settings(String option) implements EtcPlace {}

    /** NixOS makes the file too; ours stands instead. */
    record Forced(String how) implements EtcPlace {}

    /** Lines of tmpfiles.d(5). */
    record Tmpfiles() implements EtcPlace {}

    /** Lines of limits.conf(5). */
    record Limits() implements EtcPlace {}

    /** It stands there, but the service of NixOS reads options instead. */
    record Unread(String instead) implements EtcPlace {}

    /** It cannot be there. */
    record Impossible(String why) implements EtcPlace {}

    /**
     * A row of the table.
     *
     * @param pattern of the whole path
     */
    record Row(Pattern pattern, EtcPlace place) {}

    /** The first row that fits decides. */
    List<Row> ROWS =
            List.of(
                    row("/etc/tmpfiles\\.d/.*\\.conf", new Tmpfiles()),
                    row("/etc/security/limits\\.(conf|d/.*\\.conf)", new Limits()),
                    lines("/etc/exports(\\.d/.*)?", "services.nfs.server.exports"),
                    lines("/etc/sudoers\\.d/.*", "security.sudo.extraConfig"),
                    lines("/etc/udev/rules\\.d/.*\\.rules", "services.udev.extraRules"),
                    lines("/etc/profile\\.d/.*\\.sh", "environment.extraInit"),
                    lines("/etc/nftables\\.conf", "networking.nftables.ruleset"),
                    lines("/etc/ssh/sshd_config\\.d/.*\\.conf", "services.openssh.extraConfig"),
                    lines("/etc/ssh/ssh_config\\.d/.*\\.conf", "programs.ssh.extraConfig"),
                    lines("/etc/hosts", "networking.extraHosts"),
                    lines("/etc/prometheus/prometheus\\.yml", "services.prometheus.configText"),
                    row(
                            "/etc/samba/smb\\.conf",
                            new Forced("environment.etc, instead of what services.samba writes")),
                    row(
                            "/etc/dnsmasq\\.d/.*",
                            new Named(
                                    "services.dnsmasq.settings.conf-dir",
                                    NixValue.of("/etc/dnsmasq.d"),
                                    "environment.etc, read through services.dnsmasq.settings")),
                    row(
                            "/etc/nginx/(sites-enabled/.*|conf\\.d/.*\\.conf)",
                            new Named(
                                    "services.nginx.appendHttpConfig",
                                    NixValue.of(
                                            """
                                            include /etc/nginx/conf.d/*.conf;
                                            include /etc/nginx/sites-enabled/*;
                                            """),
                                    "environment.etc, read through"
                                            + " services.nginx.appendHttpConfig")),
                    row(
                            "/etc/motd",
                            new Named(
                                    "users.motdFile",
                                    NixValue.of("/etc/motd"),
                                    "environment.etc, shown through users.motdFile")),
                    row(
                            "/etc/postgresql/.*pg_hba\\.conf",
                            new Replaced("services.postgresql.authentication")),
                    row(
                            "/etc/postgresql/.*/conf\\.d/.*\\.conf",
                            new Settings("services.postgresql.settings")),
                    unread("/etc/postgresql/.*", "services.postgresql.settings"),
                    unread("/etc/nginx/nginx\\.conf", "services.nginx"),
                    unread("/etc/apache2/.*", "services.httpd.virtualHosts"),
                    unread("/etc/mysql/.*", "services.mysql.settings"),
                    unread("/etc/redis/.*", "services.redis.servers"),
                    unread("/etc/prometheus/(?!rules/).*", "services.prometheus"),
                    unread("/etc/fail2ban/.*", "services.fail2ban.jails"),
                    unread("/etc/haproxy/.*", "services.haproxy.config"),
                    unread("/etc/logrotate(\\.d/.*|\\.conf)", "services.logrotate.settings"),
                    unread("/etc/cron.*", "systemd.timers"),
                    unread("/etc/default/.*", "the options of the service"),
                    unread("/etc/ssh/sshd_config", "services.openssh.settings"),
                    unread(
                            "/etc/systemd/(journald|logind|resolved|timesyncd)\\.conf\\.d/.*",
                            "the options of services.journald, logind, resolved and timesyncd"),
                    unread("/etc/network/.*", "systemd.network.networks"),
                    row(
                            "/etc/systemd/(system|user|network)(/.*)?",
                            new Impossible("NixOS makes this directory itself; use `units`")),
                    row(
                            "/etc/(passwd|shadow|group|gshadow|subuid|subgid)",
                            new Impossible("NixOS makes it from users.users and users.groups")),
                    row(
                            "/etc/(fstab|hostname|machine-id|localtime|locale\\.conf|os-release"
                                    + "|resolv\\.conf|nsswitch\\.conf|sudoers|shells|profile"
                                    + "|bashrc|bash\\.bashrc|environment|inputrc|vconsole\\.conf"
                                    + "|pam\\.d/.*|ssl/.*|static/.*|nixos/.*|nix/.*)",
                            new Forced("environment.etc, instead of what NixOS writes")),
                    row(
                            "/etc/apt/.*|/etc/dpkg/.*",
                            new Impossible("NixOS has neither apt nor dpkg")));

    /** What becomes of a path. */
    static EtcPlace of(String path) {
        return ROWS.stream()
                .filter(row -> row.pattern().matcher(path).matches())
                .map(Row::place)
                .findFirst()
                .orElseGet(Plain::new);
    }

    private static Row row(String pattern, EtcPlace place) {
        return new Row(Pattern.compile(pattern), place);
    }

    private static Row lines(String pattern, String option) {
        return row(pattern, new Lines(option));
    }

    private static Row unread(String pattern, String instead) {
        return row(pattern, new Unread(instead));
    }
}
