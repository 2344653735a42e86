package dev.coppice.model.benchmark;

import dev.coppice.model.text.SpecText;

/** Specs as long as one likes, of what long specs consist of: packages, users, files, units. */
final class LongSpec {

    private static final String HEAD =
            """
            spec: 1
            name: web
            base: { distribution: debian, release: bookworm }
            hostname: web-01
            locale: en_GB.UTF-8
            timezone: Europe/London
            network:
              interfaces: { eth0: { dhcp: true } }
              firewall: { allowTcp: [22, 80, 443] }
            """;

    private LongSpec() {}

    /** A spec of about so many lines, without errors. */
    static SpecText ofLines(int lines) {
        var out = new StringBuilder(HEAD);
        int unit = lines / 50;
        packages(out, unit * 12);
        users(out, unit);
        files(out, unit * 2);
        units(out, unit);
        sysctl(out, unit * 6);
        checks(out, unit * 3);
        return new SpecText(out.toString());
    }

    private static void packages(StringBuilder out, int count) {
        out.append("packages:\n");
        for (int i = 0; i < count; i++) {
            out.append("  - package-").append(i);
            out.append(i % 4 == 0 ? "   # needed by " + i + "\n" : "\n");
        }
    }

    private static void users(StringBuilder out, int count) {
        out.append("users:\n");
        for (int i = 0; i < count; i++) {
            out.append("  # number ").append(i);
            out.append("\n  - name: user").append(i);
            out.append("\n    groups: [sudo, adm]\n    shell: /bin/sh\n");
        }
    }

    private static void files(StringBuilder out, int count) {
        out.append("files:\n");
        for (int i = 0; i < count; i++) {
            out.append("  - path: /etc/app/file").append(i);
            out.append("\n    mode: \"0600\"\n    owner: root\n    content: |\n");
            out.append("      [section]\n      key = value\n      # a comment\n");
        }
    }

    private static void units(StringBuilder out, int count) {
        out.append("units:\n");
        for (int i = 0; i < count; i++) {
            out.append("  - name: task").append(i).append(".service\n    content: |\n");
            out.append("      [Unit]\n      Description=Task\n\n      [Service]\n");
            out.append("      ExecStart=/usr/bin/true\n");
        }
    }

    private static void sysctl(StringBuilder out, int count) {
        out.append("kernel:\n  sysctl:\n");
        for (int i = 0; i < count; i++) {
            out.append("    net.ipv4.conf.eth").append(i).append(".rp_filter: \"1\"\n");
        }
    }

    private static void checks(StringBuilder out, int count) {
        out.append("checks:\n");
        for (int i = 0; i < count; i++) {
            out.append("  - { file: /etc/app/file").append(i).append(", exists: true }\n");
        }
    }
}
