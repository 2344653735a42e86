package dev.coppice.model.benchmark;

import dev.coppice.model.text.SpecText;

/** Specs as long as one likes, with what long specs consist of, in all sections. */
final class LongSpec {

    private static final String HEAD =
            """
            spec: 1
            name: web
            base: { distribution: debian, release: bookworm }
            hostname: web-01
            locale: en_GB.UTF-8
            timezone: Europe/London
            sshd: { PermitRootLogin: "no", Port: 22 }
            network:
              interfaces: { eth0: { dhcp: true } }
              firewall: { allowTcp: [22, 80, 443] }
              hosts:
            """;

    private static final String USER =
            """
              # the next
              - name: user%
                groups: [adm, audio]
                shell: /bin/sh
            """;

    private static final String FILE =
            """
              - path: /etc/app/file%
                mode: "0600"
                owner: root
                content: |
                  [section]
                  key = value
                  ; a comment
            """;

    private static final String UNIT =
            """
              - name: task%.service
                content: |
                  [Unit]
                  Description=Task
                  [Service]
                  User=nobody
                  ExecStart=/usr/bin/true
            """;

    private static final String BUNDLE =
            """
              - name: bundle%
                url: https://example.org/bundle%.tar.gz
                sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                files: [{ from: bin/b, to: /usr/local/bin/b% }]
            """;

    private static final String CONTAINER =
            """
              - name: web%
                image: docker.io/library/nginx:1.27
                environment:
                  TZ: Europe/London
                volumes: ["/srv/%:/usr/share/nginx/html:ro"]
                dependsOn: [web0]
            """;

    private LongSpec() {}

    /** A spec of about so many lines, without errors. */
    static SpecText ofLines(int lines) {
        var out = new StringBuilder(HEAD);
        int unit = lines / 100;
        each(out, "    10.1.2.%: [host%]\n", unit);
        each(out.append("packages:\n  - openssh-server\n"), "  - package-%\n", unit * 20);
        each(out, "  - library-%   # needed\n", unit * 10);
        each(out.append("users:\n"), USER, unit);
        each(out.append("sudo:\n"), "  - { user: user%, commands: [/bin/a%] }\n", unit);
        each(out.append("bundles:\n"), BUNDLE, unit);
        each(
                out.append("containers:\n  - { name: web0, image: docker.io/library/web:1 }\n"),
                CONTAINER.replace("web%", "web1%"),
                unit);
        each(out.append("services:\n"), "  task%: { enabled: false }\n", unit * 2);
        each(out.append("units:\n"), UNIT, unit * 2);
        each(out.append("timers:\n"), "  - { name: t%, command: /bin/t, every: 1h }\n", unit);
        each(out.append("files:\n"), FILE, unit * 2);
        each(
                out.append("kernel:\n  sysctl:\n"),
                "    net.ipv4.conf.eth%.rp_filter: \"1\"\n",
                unit * 9);
        each(out.append("storage:\n  persist:\n"), "    - /var/log/app%\n", unit);
        each(out.append("checks:\n"), "  - { file: /etc/app/file%, exists: true }\n", unit * 8);
        return new SpecText(out.toString());
    }

    private static void each(StringBuilder out, String lines, int count) {
        for (int i = 0; i < count; i++) {
            out.append(lines.replace("%", Integer.toString(i)));
        }
    }
}
