package dev.coppice.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.analysis.Specs;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YamlParser;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whatever the file or the machine is, an importer answers with a spec that can be read and a
 * report that says something. {@code -Dcoppice.imports=N} tries more.
 */
class ImporterFuzzTest {

    private static final int ROUNDS = Integer.getInteger("coppice.imports", 800);
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final List<String> PIECES =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    "(",
                    ")",
                    "- ",
                    ": ",
                    ":",
                    ";",
                    "=",
                    "\n",
                    "\n\n",
                    "  ",
                    "\t",
                    "a",
                    "&x ",
                    "*x",
                    "~",
                    "!t ",
                    "|",
                    ">",
                    "'",
                    "\"",
                    "''",
                    "${",
                    "{{",
                    "}}",
                    "#",
                    "\\",
                    "\\\n",
                    "\r",
                    "\0",
                    "\uFEFF",
                    "\uD83C",
                    "é",
                    "FROM ",
                    "RUN ",
                    "<<EOF",
                    "let ",
                    "in ",
                    "with x; ",
                    "rec ",
                    "inherit ",
                    "9999999999999999999",
                    "-1",
                    "%",
                    "null",
                    "true",
                    "ALL",
                    "0644",
                    "/",
                    "..",
                    "@",
                    "?",
                    "//",
                    "++",
                    "*",
                    "$6$");

    private final SpecSchema schema = new SpecSchema();

    private static List<String> files(String folder, String name) throws IOException {
        try (Stream<Path> found = Files.walk(RESOURCES.resolve(folder))) {
            var texts = new ArrayList<String>();
            for (Path file :
                    found.filter(f -> f.getFileName().toString().matches(name)).sorted().toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    /** A text with some of it replaced, cut off, doubled or moved. */
    private static String spoilt(String good, Random random) {
        var text = new StringBuilder(good);
        for (int i = random.nextInt(5); i >= 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(25));
            switch (random.nextInt(6)) {
                case 0 -> text.setLength(at);
                case 1 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                case 2 -> text.delete(at, end);
                default -> text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }

    private void answers(Importer importer, String file, List<String> all, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            String text = spoilt(all.get(random.nextInt(all.size())), random);
            var source = new ImportSource(file, new SpecText(text), ProjectFiles.NONE);
            importer.understands(source);
            check(importer.read(source, "node"), text);
        }
    }

    private static void check(Import read, String of) {
        var parsed = new YamlParser().parse(read.spec());
        assertThat(parsed.complete()).as("%s\n%s", parsed.problems(), of).isTrue();
        Analysis analysis = Specs.analyze(read.spec().content());
        assertThat(analysis.tree()).as(of).isPresent();
        assertThat(read.notes()).as(of).isNotEmpty();
        assertThat(read.notes())
                .as(of)
                .allMatch(
                        note ->
                                note.outcome() == ImportNote.Outcome.TAKEN
                                        || !note.reason().isBlank());
    }

    @Test
    void nixos() throws IOException {
        List<String> all = new ArrayList<>(files("importing/nixos", ".*\\.nix"));
        all.addAll(files("export/nixos", ".*\\.nix"));
        answers(new NixosImporter(schema), "configuration.nix", all, 1);
        answers(new NixosImporter(schema), "flake.nix", all, 2);
    }

    @Test
    void kairos() throws IOException {
        List<String> all = new ArrayList<>(files("importing/kairos", ".*\\.yaml"));
        all.addAll(files("export/kairos", "cloud-config\\.yaml"));
        answers(new KairosImporter(schema), "cloud-config.yaml", all, 3);
    }

    @Test
    void cloudInit() throws IOException {
        List<String> all = new ArrayList<>(files("importing/cloud-init", ".*\\.yaml"));
        all.addAll(files("export/cloud-init", "user-data"));
        answers(new CloudInitImporter(schema), "user-data", all, 4);
    }

    @Test
    void dockerfiles() throws IOException {
        List<String> all = new ArrayList<>(files("export/kairos", "Dockerfile"));
        all.addAll(files("export/containerfile", "Containerfile"));
        answers(new DockerfileImporter(schema), "Dockerfile", all, 5);
    }

    /** What was read of a machine may be anything: somebody edited it, or it is damaged. */
    @Test
    void machines() {
        var random = new Random(6);
        for (int i = 0; i < ROUNDS; i++) {
            MachineSnapshot machine = machine(random);
            check(new MachineImporter(schema).read(machine, "node"), machine.toString());
        }
    }

    private static MachineSnapshot machine(Random random) {
        var texts = new TreeMap<String, String>();
        GOOD.forEach(
                (path, text) -> {
                    if (random.nextInt(8) > 0) {
                        texts.put(path, random.nextInt(3) > 0 ? spoilt(text, random) : text);
                    }
                });
        List<MachineSnapshot.Installed> packages =
                Stream.of("nginx", "libc6", "grub-pc", "linux-image-amd64", "")
                        .map(
                                name ->
                                        new MachineSnapshot.Installed(
                                                spoilt(name, random),
                                                random.nextBoolean(),
                                                random.nextBoolean()))
                        .toList();
        List<MachineSnapshot.Found> found =
                GOOD.entrySet().stream()
                        .map(
                                each ->
                                        new MachineSnapshot.Found(
                                                spoilt(each.getKey(), random),
                                                random.nextInt(010000),
                                                spoilt("root", random),
                                                spoilt("adm", random),
                                                random.nextInt(4) == 0
                                                        ? Optional.empty()
                                                        : Optional.of(
                                                                spoilt(each.getValue(), random)),
                                                random.nextBoolean(),
                                                "It cannot be read."))
                        .toList();
        var units = new TreeMap<String, Boolean>();
        units.put(spoilt("nginx.service", random), random.nextBoolean());
        units.put(spoilt("backup@a.timer", random), random.nextBoolean());
        var keys = new TreeMap<String, List<String>>();
        keys.put("ann", List.of(spoilt("ssh-ed25519 AAAA ann", random), "# a comment", ""));
        return new MachineSnapshot(
                texts,
                packages,
                found,
                units,
                List.of(spoilt("apt-daily.timer", random)),
                keys,
                new TreeMap<>());
    }

    private static final SortedMap<String, String> GOOD = good();

    private static SortedMap<String, String> good() {
        var texts = new TreeMap<String, String>();
        texts.put(
                "/etc/os-release", "ID=debian\nVERSION_CODENAME=trixie\nPRETTY_NAME=\"Debian\"\n");
        texts.put("/etc/hostname", "web-01\n");
        texts.put("/etc/timezone", "Europe/London\n");
        texts.put(
                "/etc/passwd",
                "root:x:0:0:root:/root:/bin/bash\nann:x:1000:1000:Ann,,,:/home/ann:/bin/zsh\n");
        texts.put(
                "/etc/shadow",
                "root:*:19000:0:99999:7:::\nann:$6$abcdefgh$abcdefgh:19000:0:99999:7:::\n");
        texts.put("/etc/group", "root:x:0:\nsudo:x:27:ann\nops:x:1500:ann,bob\n");
        texts.put(
                "/etc/hosts",
                "127.0.0.1 localhost\n127.0.1.1 web-01\n192.0.2.1 db db.example.org\n");
        texts.put("/etc/default/locale", "LANG=en_GB.UTF-8\nLC_TIME=\"en_DK.UTF-8\"\n");
        texts.put("/etc/locale.gen", "# all\nen_GB.UTF-8 UTF-8\n");
        texts.put(
                "/etc/default/keyboard", "XKBMODEL=\"pc105\"\nXKBLAYOUT=\"gb\"\nXKBVARIANT=\"\"\n");
        texts.put(
                "/etc/default/console-setup",
                "CHARMAP=\"UTF-8\"\nCODESET=\"guess\"\nFONTSIZE=\"8x16\"\n");
        texts.put(
                "/etc/sudoers.d/ann", "ann ALL=(root) NOPASSWD: /usr/bin/journalctl -u ssh, ALL\n");
        texts.put("/etc/sysctl.d/90-own.conf", "net.ipv4.ip_forward = 1\n-vm.swappiness=10\n");
        texts.put("/etc/modules-load.d/own.conf", "br_netfilter\n");
        texts.put("/etc/ssh/sshd_config.d/own.conf", "PermitRootLogin no\nAllowUsers ann bob\n");
        texts.put(
                "/etc/nftables.conf",
                "table inet filter { chain input { tcp dport 22 accept } }\n");
        texts.put(
                "/etc/systemd/network/10-eth0.network",
                "[Match]\nName=eth0\n[Network]\nDHCP=yes\n");
        texts.put(
                "/etc/systemd/system/backup.timer",
                "[Timer]\nOnCalendar=daily\n[Install]\nWantedBy=timers.target\n");
        texts.put("/etc/systemd/system/backup.service", "[Service]\nExecStart=/bin/sh -c 'a %n'\n");
        texts.put(
                "/etc/apt/sources.list.d/own.sources",
                "Types: deb\nURIs: https://a.example.org\nSuites: stable\n");
        return texts;
    }
}
