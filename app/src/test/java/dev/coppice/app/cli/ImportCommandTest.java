package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ImportCommandTest {

    @TempDir Path folder;
    private CliRun cli;

    @BeforeEach
    void start() throws IOException {
        cli = CliRun.withoutStore(folder);
        Files.writeString(
                folder.resolve("user-data"),
                """
                #cloud-config
                hostname: web-01
                packages: [nginx]
                power_state: { mode: reboot }
                """);
    }

    @Test
    void makesAValidProjectAndSaysWhatBecameOfEachSetting() throws IOException {
        assertThat(cli.run("import", "user-data", "web")).isZero();
        assertThat(cli.out())
                .startsWith("Made web/system.yaml from user-data.\n")
                .contains("     2  taken         hostname -> hostname\n")
                .contains(
                        "     4  dropped       power_state: It says what happens at the first boot"
                                + " only.");
        assertThat(Files.readString(folder.resolve("web/system.yaml")))
                .startsWith(
                        "# Imported from cloud-init user-data: 2 taken, 0 approximated, 1"
                                + " dropped.\n")
                .contains("\nspec: 1\nname: web\n")
                .contains("# Not taken")
                .contains("hostname: web-01");
        assertThat(cli.run("validate", "web")).isZero();
    }

    @Test
    void neverWritesOverAFile() throws IOException {
        Files.writeString(folder.resolve("system.yaml"), "mine");
        assertThat(cli.run("import", "user-data", ".")).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains("is there already; nothing was written");
        assertThat(Files.readString(folder.resolve("system.yaml"))).isEqualTo("mine");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        Files.writeString(folder.resolve("other"), "#!/bin/sh\n");
        assertThat(cli.run("import", "other", "web")).isEqualTo(ExitCode.USAGE);
        assertThat(cli.run("import", "nothing", "web")).isEqualTo(ExitCode.USAGE);
        assertThat(cli.run("import", "user-data", "--name", "No Name")).isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("web")).doesNotExist();
    }

    @Test
    void aConfigurationOfNixosIsReadWithItsModules() throws IOException {
        Path nixos = Files.createDirectories(folder.resolve("nixos"));
        Files.writeString(
                nixos.resolve("configuration.nix"),
                """
                { pkgs, ... }: {
                  imports = [ ./more.nix ];
                  networking.hostName = "nix-01";
                  environment.etc."page".source = ./page.html;
                }
                """);
        Files.writeString(nixos.resolve("more.nix"), "{ services.nginx.enable = true; }");
        Files.writeString(nixos.resolve("page.html"), "hello");
        assertThat(cli.run("import", "nixos", "web")).isZero();
        assertThat(Files.readString(folder.resolve("web/system.yaml")))
                .contains("hostname: nix-01")
                .contains("- nginx");
        assertThat(folder.resolve("web/page.html")).hasContent("hello");
        assertThat(cli.run("validate", "web")).isZero();
    }

    /** The tree of a machine with what administrators leave behind. */
    private Path machine() throws IOException {
        Path root = folder.resolve("root");
        write(
                "var/lib/dpkg/status",
                """
                Package: base-files
                Essential: yes
                Status: install ok installed
                Priority: required

                Package: nginx
                Status: install ok installed
                Priority: optional
                Conffiles:
                 /etc/nginx/nginx.conf 5d41402abc4b2a76b9719d911017c592
                 /etc/nginx/mime.types 5d41402abc4b2a76b9719d911017c592

                Package: libpcre3
                Status: install ok installed
                Priority: optional

                Package: gone
                Status: deinstall ok config-files
                """);
        write("var/lib/apt/extended_states", "Package: libpcre3\nAuto-Installed: 1\n");
        write("etc/os-release", "ID=debian\nVERSION_CODENAME=trixie\n");
        write("etc/hostname", "old-01\n");
        write(
                "etc/passwd",
                "root:x:0:0:root:/root:/bin/bash\nann:x:1000:1000:Ann,,,:/home/ann:/bin/zsh\n"
                        + "www-data:x:33:33::/var/www:/usr/sbin/nologin\n");
        write("etc/group", "sudo:x:27:ann\nann:x:1000:\n");
        write("home/ann/.ssh/id_ed25519", "-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n");
        write("etc/nginx/nginx.conf", "changed");
        write("etc/nginx/mime.types", "hello");
        write("etc/sysctl.d/local.conf", "# more\nnet.ipv4.ip_forward=1\n");
        write("etc/secret.pem", "-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n");
        write("etc/npmrc", "//registry/:_authToken=abcdef123456\n");
        write("etc/apt/sources.list.d/own.sources", "Types: deb\nURIs: https://example.org\n");
        write("etc/systemd/system/mine.service", "[Service]\nExecStart=/bin/true\n");
        write("etc/ssh/ssh_host_ed25519_key", "-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n");
        Path wants = root.resolve("etc/systemd/system/multi-user.target.wants");
        Files.createDirectories(wants);
        Files.createSymbolicLink(
                wants.resolve("mine.service"), Path.of("/etc/systemd/system/mine.service"));
        Files.createSymbolicLink(
                root.resolve("etc/systemd/system/apt-daily.timer"), Path.of("/dev/null"));
        return root;
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve("root").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void theTreeOfAMachineIsLookedAt() throws IOException {
        machine();
        assertThat(cli.run("import", "--this-machine", "--root", "root", "copy")).isZero();
        String spec = Files.readString(folder.resolve("copy/system.yaml"));
        assertThat(spec)
                .contains("release: trixie")
                .contains("hostname: old-01")
                .contains("fullName: Ann")
                .contains("shell: /bin/zsh")
                .contains("packages:\n  - nginx\n")
                .contains("apt-daily.timer:\n    masked: true")
                .contains("mine.service:\n    enabled: true")
                .contains("net.ipv4.ip_forward: \"1\"")
                .contains("path: /etc/nginx/nginx.conf")
                .contains("/etc/secret.pem: It is a private key")
                .contains("/etc/npmrc: It seems to hold a password or a token")
                .contains("path: /etc/apt/sources.list.d/own.sources")
                .doesNotContain("abcdef123456")
                .doesNotContain("mime.types")
                .doesNotContain("BEGIN")
                .doesNotContain("www-data")
                .doesNotContain("libpcre3");
        assertThat(cli.run("validate", "copy")).isZero();
    }

    @Test
    void aTreeWithoutPackagesIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        assertThat(cli.run("import", "--this-machine", "--root", "empty", "copy"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(cli.err()).contains("no list of Debian's packages");
        assertThat(cli.run("import", "--root", "empty", "x", "y")).isEqualTo(ExitCode.USAGE);
        assertThat(cli.run("import")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aDockerfileIsReadWithItsCloudConfig() throws IOException {
        Path image = Files.createDirectories(folder.resolve("image"));
        Files.writeString(
                image.resolve("Dockerfile"),
                """
                FROM quay.io/kairos/kairos-init:v0.17.3 AS kairos-init
                FROM debian:trixie
                ARG VERSION=1.0.0
                RUN apt-get update && apt-get install -y --no-install-recommends \\
                    nginx \\
                    # a comment
                    htop=3.* && rm -rf /var/lib/apt/lists/*
                COPY motd /etc/motd
                RUN <<EOF
                systemctl enable nginx
                sed -i s/a/b/ /etc/x
                EOF
                RUN --mount=type=bind,from=kairos-init,src=/kairos-init,dst=/kairos-init \\
                    /kairos-init --version "${VERSION}"
                """);
        Files.writeString(image.resolve("motd"), "hello\n");
        Files.writeString(image.resolve("cloud-config.yaml"), "#cloud-config\nhostname: edge-01\n");
        assertThat(cli.run("import", "image", "edge")).isZero();
        assertThat(Files.readString(folder.resolve("edge/system.yaml")))
                .contains("release: trixie")
                .contains("hostname: edge-01")
                .contains("- nginx\n  - htop\n")
                .contains("nginx:\n    enabled: true")
                .contains("source: motd")
                .contains("sed -i s/a/b/ /etc/x");
        assertThat(folder.resolve("edge/motd")).hasContent("hello");
        assertThat(cli.run("validate", "edge")).isZero();
    }

    @Test
    void jsonSaysTheSame() {
        assertThat(cli.run("import", "user-data", "--name", "web", "--format", "json")).isZero();
        assertThat(cli.json().get("folder").asString()).isEqualTo("web");
        assertThat(cli.json().get("notes").get(1).get("outcome").asString()).isEqualTo("taken");
        assertThat(cli.json().get("notes").size()).isEqualTo(3);
    }
}
