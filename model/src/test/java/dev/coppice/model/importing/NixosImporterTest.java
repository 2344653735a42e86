package dev.coppice.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.analysis.Specs;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YamlParser;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

class NixosImporterTest {

    private static final Path CONFIGS = Path.of("src/test/resources/importing/nixos");
    private static final Path EXPORTS = Path.of("src/test/resources/export/nixos");

    private final SpecSchema schema = new SpecSchema();
    private final NixosImporter importer = new NixosImporter(schema);

    private static ImportSource source(String file, String text, Map<String, String> beside) {
        return new ImportSource(
                file,
                new SpecText(text),
                new ProjectFiles() {
                    @Override
                    public Optional<Long> size(String path) {
                        return text(path).map(each -> (long) each.length());
                    }

                    @Override
                    public Optional<String> text(String path) {
                        return Optional.ofNullable(beside.get(path));
                    }
                });
    }

    private Import laptop() throws IOException {
        return importer.read(
                source(
                        "configuration.nix",
                        Files.readString(CONFIGS.resolve("laptop.nix")),
                        Map.of("hardware.nix", Files.readString(CONFIGS.resolve("hardware.nix")))),
                "laptop");
    }

    private static SystemSpec spec(Import read) {
        Analysis analysis = Specs.analyze(read.spec().content());
        assertThat(analysis.diagnostics())
                .as(read.spec().content())
                .noneMatch(d -> d.severity() == Severity.ERROR);
        return analysis.spec().orElseThrow();
    }

    @Test
    void whatPeopleWriteIsTaken() throws IOException {
        SystemSpec spec = spec(laptop());

        assertThat(spec.hostname()).isEqualTo("ada-laptop");
        assertThat(spec.region().timezone()).isEqualTo("Europe/Amsterdam");
        assertThat(spec.region().locale()).isEqualTo("en_GB.UTF-8");
        assertThat(spec.region().localeSettings())
                .containsEntry("LC_MEASUREMENT", "en_GB.UTF-8")
                .containsEntry("LC_TIME", "nl_NL.UTF-8");
        assertThat(spec.region().locales()).containsExactly("nl_NL.UTF-8");
        assertThat(spec.accounts().users()).hasSize(1);
        assertThat(spec.accounts().users().getFirst().groups())
                .containsExactly("sudo", "netdev", "audio");
        assertThat(spec.accounts().users().getFirst().shell()).isEqualTo("/usr/bin/zsh");
        assertThat(spec.accounts().users().getFirst().sshAuthorizedKeys()).hasSize(1);
        assertThat(spec.software().packages())
                .contains("vim", "git", "htop", "curl", "wget", "tree", "nginx", "zsh");
        assertThat(spec.sshd())
                .containsEntry("Port", "2222")
                .containsEntry("PasswordAuthentication", "no")
                .containsEntry("AllowUsers", "ada root");
        assertThat(spec.network().firewall().orElseThrow().allowTcp())
                .extracting(Object::toString)
                .containsExactly("8080", "2222");
        assertThat(spec.network().firewall().orElseThrow().allowUdp())
                .extracting(Object::toString)
                .containsExactly("60000-61000");
        assertThat(spec.network().hosts().get("192.168.1.10"))
                .containsExactly("nas", "nas.example.org");
        assertThat(spec.kernel().modules()).contains("kvm-intel", "coretemp");
        assertThat(spec.kernel().sysctl())
                .containsEntry("net.ipv4.ip_forward", "1")
                .containsEntry("vm.swappiness", "10");
        assertThat(spec.systemd().timers()).extracting(each -> each.name()).contains("report");
        assertThat(spec.systemd().units())
                .extracting(each -> each.name())
                .contains("backup.service", "backup.timer");
        assertThat(spec.files())
                .filteredOn(file -> file.path().equals("/etc/motd"))
                .first()
                .extracting(file -> file.body().toString())
                .asString()
                .contains("Welcome to ${HOST}, ada.\n  It's '' here.\n");
        assertThat(spec.targets().nixos().fields())
                .containsKeys(
                        "programs.zsh.ohMyZsh",
                        "services.nginx.virtualHosts",
                        "users.users.backup");
    }

    @Test
    void whatItDoesNotUnderstandIsKeptWithItsLine() throws IOException {
        Import read = laptop();
        String text = read.spec().content();

        assertThat(text)
                .contains("kernelPackages = pkgs.linuxPackages_latest")
                .contains("python3.withPackages (ps: [ ps.requests ])")
                .contains("home-manager.users.${config.me} = { }")
                .contains("extraOptions = [ \"--cap-drop=ALL\" ]")
                .contains("updateMicrocode = lib.mkDefault")
                .doesNotContain("letmein");
        assertThat(read.notes())
                .filteredOn(note -> note.field().equals("boot.kernelPackages"))
                .singleElement()
                .satisfies(
                        note -> {
                            assertThat(note.outcome()).isEqualTo(Outcome.DROPPED);
                            assertThat(note.start().orElseThrow().line()).isEqualTo(24);
                        });
        assertThat(read.notes())
                .filteredOn(note -> note.outcome() != Outcome.TAKEN)
                .allMatch(note -> note.reason().endsWith("."));
    }

    /** Each attribute that is written there is spoken of: itself, or one around it. */
    @Test
    void everyOptionIsKeptOrReported() throws IOException {
        List<String> fields =
                laptop().notes().stream()
                        .map(note -> note.field().replaceFirst("^hardware.nix: ", ""))
                        .toList();
        for (String option :
                List.of(
                        "boot.loader.systemd-boot",
                        "boot.loader.efi",
                        "boot.kernelParams",
                        "networking.domain",
                        "networking.networkmanager.enable",
                        "console.keyMap",
                        "users.users.ada.initialPassword",
                        "users.users.backup",
                        "users.groups.backup",
                        "security.sudo.wheelNeedsPassword",
                        "environment.variables.EDITOR",
                        "programs.zsh.enable",
                        "services.printing.enable",
                        "services.xserver.videoDrivers",
                        "services.fwupd.enable",
                        "nix.settings.experimental-features",
                        "nixpkgs.config.allowUnfree",
                        "swapDevices",
                        "system.stateVersion",
                        "nixpkgs.hostPlatform",
                        "boot.initrd.availableKernelModules",
                        "imports")) {
            assertThat(fields).as(option).contains(option);
        }
    }

    @Test
    void aFlakeLeadsToItsModules() {
        String flake =
                """
                {
                  description = "Two machines";
                  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";
                  outputs = { self, nixpkgs, ... }@inputs: let system = "x86_64-linux"; in {
                    nixosConfigurations = {
                      one = nixpkgs.lib.nixosSystem {
                        inherit system;
                        modules = [
                          ./one.nix
                          inputs.agenix.nixosModules.default
                          { services.openssh.enable = true; }
                        ];
                      };
                      two = nixpkgs.lib.nixosSystem { modules = [ ./two.nix ]; };
                    };
                    devShells.x = 1;
                  };
                }
                """;
        Import read =
                importer.read(
                        source(
                                "flake.nix",
                                flake,
                                Map.of("one.nix", "{ networking.hostName = \"one\"; }")),
                        "one");
        SystemSpec spec = spec(read);

        assertThat(spec.hostname()).isEqualTo("one");
        assertThat(spec.description()).isEqualTo("Two machines");
        assertThat(spec.software().packages()).contains("openssh-server");
        assertThat(read.spec().content())
                .contains("inputs.agenix.nixosModules.default")
                .contains("The system two is another one")
                .contains("devShells.x = 1");
    }

    @Test
    void itKnowsItsFiles() {
        var importers = new Importers(schema);
        assertThat(importers.of(source("configuration.nix", "", Map.of())).orElseThrow().format())
                .contains("NixOS");
        assertThat(
                        importers
                                .of(
                                        new SpecText(
                                                "# mine\n{ config, pkgs, ... }:\n{"
                                                        + " system.stateVersion = \"26.05\"; }"))
                                .orElseThrow())
                .isInstanceOf(NixosImporter.class);
        assertThat(importers.of(new SpecText("hello"))).isEmpty();
    }

    private static List<String> texts() throws IOException {
        var texts = new ArrayList<String>();
        for (Path folder : List.of(CONFIGS, EXPORTS)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".nix")).sorted().toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }

    @Test
    void neverThrows() throws IOException {
        var random = new Random(20_261_130);
        List<String> all = texts();
        List<String> pieces =
                List.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        "(",
                        ")",
                        ";",
                        "=",
                        "''",
                        "\"",
                        "${",
                        "rec ",
                        "let ",
                        "in ",
                        "with x; ",
                        "a.b",
                        "/*",
                        "#",
                        "\n",
                        "++",
                        "//",
                        "if ",
                        "else ",
                        "inherit ",
                        ":",
                        "@",
                        "?",
                        "\\",
                        "9999999999999999999",
                        "./x",
                        "<a>");
        for (int i = 0; i < 400; i++) {
            var text = new StringBuilder(all.get(random.nextInt(all.size())));
            for (int j = random.nextInt(5); j >= 0; j--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(20));
                text.replace(at, end, pieces.get(random.nextInt(pieces.size())));
            }
            String name = random.nextInt(4) == 0 ? "flake.nix" : "configuration.nix";
            Import read = importer.read(source(name, text.toString(), Map.of()), "node");
            assertThat(new YamlParser().parse(read.spec()).complete()).as(text.toString()).isTrue();
        }
    }

    /** Neither deep nesting nor names that double a value stop it. */
    @Test
    void whatAsksForTooMuchIsAnswered() {
        var doubling = new StringBuilder("{ lib, ... }: let a0 = [ 1 2 3 ]; ");
        for (int i = 1; i < 60; i++) {
            doubling.append("a%d = a%d ++ a%d; ".formatted(i, i - 1, i - 1));
        }
        doubling.append("in { boot.kernelParams = a59; networking.hostName = \"x\"; }");
        for (String text :
                List.of(
                        "{ a = " + "[".repeat(50_000) + "]".repeat(50_000) + "; }",
                        "{ a = " + "(".repeat(50_000) + "; b = 1; }",
                        "{ a = ".repeat(20_000),
                        "{ a = " + "\"${".repeat(20_000) + "; }",
                        "{ a = " + "x: ".repeat(20_000) + "1; }",
                        "{ a = " + "!".repeat(20_000) + "true; }",
                        "{ a = 1" + " + 1".repeat(20_000) + "; }",
                        "{ a = [" + " 1".repeat(50_000) + " ]; }",
                        "{ a = f" + " x".repeat(20_000) + "; }",
                        "{ a" + ".b".repeat(5_000) + " = 1; }",
                        "let x = x; y = [ y ]; in { networking.hostName = x; a = y; }",
                        "rec { a = b; b = a; networking.hostName = a; }",
                        "/a".repeat(50_000),
                        "''" + "''".repeat(9_999),
                        doubling.toString())) {
            Import read = importer.read(source("configuration.nix", text, Map.of()), "node");
            assertThat(new YamlParser().parse(read.spec()).complete()).isTrue();
        }
    }
}
