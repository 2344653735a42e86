package dev.coppice.model.export.nixos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.export.ExportCases;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.FieldSupport;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NixosExporterTest {

    private static final String HEAD =
            """
            spec: 1
            name: web
            base: { distribution: debian, release: bookworm }
            """;

    private static ExportResult export(String rest) {
        return new NixosExporter().export(ExportCases.of(HEAD + rest, ProjectFiles.NONE));
    }

    private static String file(ExportResult result, String path) {
        return result.files().stream()
                .filter(file -> file.path().equals(path))
                .map(ExportedFile.Text.class::cast)
                .map(ExportedFile.Text::content)
                .findFirst()
                .orElseThrow();
    }

    /** The configuration on one line, blanks joined. */
    private static String configuration(String rest) {
        return file(export(rest), "configuration.nix").replaceAll("\\s+", " ");
    }

    private static FieldSupport support(ExportResult result, YamlPath path) {
        return result.report().stream()
                .filter(entry -> entry.path().equals(path))
                .findFirst()
                .orElseThrow()
                .support();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "packages: [fd-find]|with pkgs; [ fd ]",
                "packages: [git]|programs.git.enable = true;",
                "packages: [podman]|virtualisation.podman.enable = true;",
                "packages: [nginx]|services.nginx = { enable = true;",
                "packages: [smbclient]|with pkgs; [ samba ]",
                "services: { cron: { enabled: true } }|services.cron.enable = true;",
                "services: { samba-ad-dc: { masked: true } }|samba-ad-dc.enable = false;",
                "users: [{ name: a, groups: [sudo] }]|extraGroups = [ \"wheel\" ];",
                "users: [{ name: a, shell: /usr/bin/zsh }]|shell = pkgs.zsh;",
                "users: [{ name: a, shell: /usr/bin/zsh }]|programs.zsh.enable = true;",
                "users: [{ name: a, groups: [ops] }]|users.groups.ops = { };",
                "sudo: [{ group: sudo, commands: [ALL] }]|groups = [ \"wheel\" ];",
                "sshd: { Port: 2222 }|services.openssh.ports = [ 2222 ];",
                "sshd: { Ciphers: \"a@x,b\" }|settings.Ciphers = [ \"a@x\" \"b\" ];",
                "sshd: { PermitRootLogin: \"no\" }|settings.PermitRootLogin = \"no\";",
                "sshd: { PasswordAuthentication: \"no\" }|settings.PasswordAuthentication = false;",
                "network: { firewall: { allowUdp: [\"60000-61000\"] } }|allowedUDPPortRanges = [ {"
                        + " from = 60000; to = 61000; } ];",
                "network: { interfaces: { \"en*\": { dhcp: true } } }|networks.\"10-en*\" = {"
                        + " matchConfig.Name = \"en*\"; DHCP = \"yes\"; };",
                "kernel: { sysctl: { vm.swappiness: \"10\" } }|boot.kernel.sysctl.\"vm.swappiness\""
                        + " = 10;",
                "storage: { swap: 1G }|swapDevices = [ { device = \"/var/swapfile\"; size = 1024; }"
                        + " ];",
                "console: { keyboardVariant: dvorak }|xkb = { layout = \"us\"; variant ="
                        + " \"dvorak\"; };",
                "files: [{ path: /etc/sudoers.d/a, content: x }]|security.sudo.extraConfig ="
                        + " \"x\";",
                "files: [{ path: /srv/a, content: \"100%\" }]|argument = \"100%%\";",
                "targets: { nixos: { services.fwupd.enable: true } }|services.fwupd.enable = true;",
                "machine: { memory: 2G }|vmVariant.virtualisation = { memorySize = 2048;",
            })
    void writes(String spec, String option) {
        assertThat(configuration(spec)).contains(option);
    }

    @Test
    void anUnknownPackageIsARemarkAndIsReported() {
        ExportResult result = export("packages: [libfrobnicate-dev, vim]\n");

        assertThat(file(result, "configuration.nix"))
                .containsPattern("(?m)^ +# libfrobnicate-dev .*libfrobnicate ")
                .contains("    vim\n");
        assertThat(support(result, YamlPath.of("packages", 0)))
                .isInstanceOfSatisfying(
                        FieldSupport.Dropped.class,
                        it -> assertThat(it.text()).contains("libfrobnicate"));
    }

    @Test
    void anUnknownServiceIsARemarkAndIsReported() {
        ExportResult result = export("services: { frobnicate: { enabled: true } }\n");

        assertThat(file(result, "configuration.nix"))
                .contains("# services.frobnicate.enable = true;");
        assertThat(support(result, YamlPath.of("services", "frobnicate", "enabled")))
                .isInstanceOf(FieldSupport.Dropped.class);
    }

    @Test
    void aServiceThatIsOffLeavesItsPrograms() {
        assertThat(configuration("packages: [nginx]\nservices: { nginx: { enabled: false } }\n"))
                .contains("with pkgs; [ nginx ]")
                .contains("services.nginx.enable = false;");
    }

    @Test
    void rawSettingsAreMergedDeeply() {
        ExportResult result =
                export(
                        """
                        hostname: web
                        packages: [nginx]
                        kernel: { modules: [loop] }
                        targets:
                          nixos:
                            networking.hostName: other
                            services.nginx: { recommendedTlsSettings: true }
                            boot.kernelModules: [tun]
                            services.nginx.virtualHosts."a.org".root: /srv
                        """);
        assertThat(file(result, "configuration.nix").replaceAll("\\s+", " "))
                .contains("networking.hostName = \"other\";")
                .doesNotContain("\"web\"")
                .contains("boot.kernelModules = [ \"loop\" \"tun\" ];")
                .contains("virtualHosts.\"a.org\".root = \"/srv\";")
                .contains("recommendedTlsSettings = true;");
        assertThat(support(result, YamlPath.of("hostname")))
                .isInstanceOf(FieldSupport.Approximated.class);
    }

    @Test
    void rawSettingsThatNobodyReadsAreReported() {
        ExportResult result =
                export(
                        """
                        targets:
                          nixos:
                            services.openssh.settings: { PermitRootLogn: "no" }
                        """);
        assertThat(
                        support(
                                        result,
                                        YamlPath.of(
                                                "targets", "nixos", "services.openssh.settings"))
                                .text())
                .contains("PermitRootLogn", "did you mean PermitRootLogin?");
    }

    @Test
    void unitsBecomeOptionsOrStayRaw() {
        String text =
                configuration(
                        """
                        units:
                          - name: a.service
                            content: |
                              [Unit]
                              After=ssh.service
                              [Service]
                              ExecStartPre=/bin/true
                              ExecStartPre=/usr/bin/env x
                              ExecStart=/usr/sbin/thing -v
                              Restart=no
                              PrivateTmp=yes
                              [Install]
                              WantedBy=multi-user.target
                          - name: srv.mount
                            content: |
                              [Mount]
                              What=/dev/sdb
                              Where=/srv
                        """);
        assertThat(text)
                .contains("after = [ \"sshd.service\" ];")
                .contains("[ \"/run/current-system/sw/bin/true\" \"/usr/bin/env x\" ]")
                .contains("ExecStart = \"/run/current-system/sw/bin/thing -v\";")
                .contains("Restart = \"no\";")
                .contains("PrivateTmp = true;")
                .doesNotContain("wantedBy")
                .contains("systemd.units.\"srv.mount\".text = ''");
    }

    @Test
    void bundlesAreFetchedByTheirHash() {
        String text =
                configuration(
                        """
                        bundles:
                          - name: tool
                            url: https://example.org/tool-1.tar.gz
                            sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                            strip: 1
                            files: [{ from: bin/tool, to: /usr/local/bin/tool, mode: "0755" }]
                        """);
        assertThat(text)
                .contains("hash = \"sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\";")
                .contains("bsdtar -xf $src --strip-components 1 -C $out")
                .contains(
                        "\"/usr/local/bin/tool\".\"L+\".argument = \"${bundles.tool}/bin/tool\";");
    }

    @Test
    void checksBecomeATest() {
        String test =
                file(
                        export(
                                """
                                checks:
                                  - { unit: ssh }
                                  - { command: "echo '${x}'", contains: "\\"y\\"" }
                                  - { file: /etc/x, exists: false }
                                """),
                        "test.nix");
        assertThat(test)
                .contains("machine.wait_for_unit(\"sshd.service\")")
                .contains("machine.execute(\"echo ''\\'''${x}'\")")
                .contains("\"\\\"y\\\"\" in output")
                .contains("machine.fail(\"test -e '/etc/x'\")");
    }
}
