package dev.coppice.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.FieldSpecs;
import dev.coppice.model.analysis.Specs;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.diff.SpecDiffer;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every row of the table is complete, is bound into the records and is seen by the diff. */
class FieldTableTest {

    private static final SpecSchema SCHEMA = new SpecSchema();

    /** Another value than the example, for every row; a row without one fails the test. */
    private static final Map<String, String> OTHER =
            Map.ofEntries(
                    Map.entry("name", "other"),
                    Map.entry("description", "Another"),
                    Map.entry("base", "{ distribution: debian, release: trixie }"),
                    Map.entry("base.release", "trixie"),
                    Map.entry("base.mirror", "http://other.example/debian"),
                    Map.entry("hostname", "other"),
                    Map.entry("timezone", "Asia/Tokyo"),
                    Map.entry("locale", "de_DE.UTF-8"),
                    Map.entry("keyboard", "de"),
                    Map.entry("users", "[{ name: bob }]"),
                    Map.entry("users[]", "{ name: bob }"),
                    Map.entry("users[].name", "bob"),
                    Map.entry("users[].groups", "[audio]"),
                    Map.entry("users[].groups[]", "audio"),
                    Map.entry("users[].shell", "/bin/sh"),
                    Map.entry("users[].hashedPassword", "\"!\""),
                    Map.entry(
                            "users[].sshAuthorizedKeys",
                            "[ssh-ed25519"
                                + " AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"
                                + " other]"),
                    Map.entry(
                            "users[].sshAuthorizedKeys[]",
                            "ssh-ed25519"
                                + " AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"
                                + " other"),
                    Map.entry("packages", "[curl]"),
                    Map.entry("packages[]", "curl"),
                    Map.entry("services", "{ cron: { enabled: false } }"),
                    Map.entry("services.*", "{ masked: true }"),
                    Map.entry("services.*.enabled", "false"),
                    Map.entry("services.*.masked", "false"),
                    Map.entry("units", "[{ name: a.target, content: \"[Unit]\" }]"),
                    Map.entry("units[]", "{ name: a.target, content: \"[Unit]\" }"),
                    Map.entry("units[].name", "other.target"),
                    Map.entry("units[].dropIn", "other"),
                    Map.entry("units[].content", "\"[Unit]\\nDescription=Other\\n\""),
                    Map.entry("files", "[{ path: /other, content: x }]"),
                    Map.entry("files[]", "{ path: /other, content: x }"),
                    Map.entry("files[].path", "/other"),
                    Map.entry("files[].content", "other"),
                    Map.entry("files[].source", "a.txt"),
                    Map.entry("files[].mode", "\"0600\""),
                    Map.entry("files[].owner", "daemon"),
                    Map.entry("files[].group", "adm"),
                    Map.entry("network", "{ firewall: { allowTcp: [80] } }"),
                    Map.entry("network.interfaces", "{ eth1: { dhcp: true } }"),
                    Map.entry("network.interfaces.*", "{ addresses: [10.0.0.1/8] }"),
                    Map.entry("network.interfaces.*.dhcp", "false"),
                    Map.entry("network.interfaces.*.addresses", "[10.0.0.1/8]"),
                    Map.entry("network.interfaces.*.addresses[]", "10.0.0.1/8"),
                    Map.entry("network.interfaces.*.gateway", "10.0.0.1"),
                    Map.entry("network.interfaces.*.dns", "[1.1.1.1]"),
                    Map.entry("network.interfaces.*.dns[]", "1.1.1.1"),
                    Map.entry("network.firewall", "{ allowUdp: [53] }"),
                    Map.entry("network.firewall.allowTcp", "[443]"),
                    Map.entry("network.firewall.allowTcp[]", "443"),
                    Map.entry("network.firewall.allowUdp", "[123]"),
                    Map.entry("network.firewall.allowUdp[]", "123"),
                    Map.entry("kernel", "{ modules: [loop] }"),
                    Map.entry("kernel.parameters", "[debug]"),
                    Map.entry("kernel.parameters[]", "debug"),
                    Map.entry("kernel.modules", "[loop]"),
                    Map.entry("kernel.modules[]", "loop"),
                    Map.entry("kernel.sysctl", "{ vm.swappiness: 5 }"),
                    Map.entry("kernel.sysctl.*", "5"),
                    Map.entry("storage", "{ persist: [/home] }"),
                    Map.entry("storage.persist", "[/home]"),
                    Map.entry("storage.persist[]", "/home"),
                    Map.entry("checks", "[{ port: 80 }]"),
                    Map.entry("checks[]", "{ port: 80 }"),
                    Map.entry("checks[].bootsWithin (bootsWithin)", "61s"),
                    Map.entry("checks[].unit (unit)", "cron"),
                    Map.entry("checks[].is (unit)", "failed"),
                    Map.entry("checks[].port (port)", "81"),
                    Map.entry("checks[].is (port)", "closed"),
                    Map.entry("checks[].http (http)", "http://other/"),
                    Map.entry("checks[].status (http)", "404"),
                    Map.entry("checks[].contains (http)", "other"),
                    Map.entry("checks[].command (command)", "ls"),
                    Map.entry("checks[].exit (command)", "1"),
                    Map.entry("checks[].contains (command)", "other"),
                    Map.entry("checks[].file (file)", "/other"),
                    Map.entry("checks[].exists (file)", "false"),
                    Map.entry("checks[].contains (file)", "other"),
                    Map.entry("machine", "{ memory: 2G }"),
                    Map.entry("machine.memory", "4G"),
                    Map.entry("machine.cpus", "4"),
                    Map.entry("machine.forward", "[\"8081:80\"]"),
                    Map.entry("machine.forward[]", "\"8081:80\""),
                    Map.entry("includes", "[other.yaml]"),
                    Map.entry("includes[]", "other.yaml"),
                    Map.entry("locales", "[fr_FR.UTF-8]"),
                    Map.entry("locales[]", "fr_FR.UTF-8"),
                    Map.entry("localeSettings", "{ LC_PAPER: de_DE.UTF-8 }"),
                    Map.entry("localeSettings.*", "de_DE.UTF-8"),
                    Map.entry("console", "{ fontFace: VGA }"),
                    Map.entry("console.keyboardModel", "jp106"),
                    Map.entry("console.keyboardVariant", "dvorak"),
                    Map.entry("console.keyboardOptions", "[caps:escape]"),
                    Map.entry("console.keyboardOptions[]", "caps:escape"),
                    Map.entry("console.fontFace", "VGA"),
                    Map.entry("console.fontSize", "16"),
                    Map.entry("console.autologin", "bob"),
                    Map.entry("ntp", "{ enabled: false }"),
                    Map.entry("ntp.enabled", "false"),
                    Map.entry("ntp.servers", "[ntp.example.org]"),
                    Map.entry("ntp.servers[]", "ntp.example.org"),
                    Map.entry("users[].uid", "1002"),
                    Map.entry("users[].fullName", "Bob"),
                    Map.entry("groups", "[{ name: dev }]"),
                    Map.entry("groups[]", "{ name: dev }"),
                    Map.entry("groups[].name", "dev"),
                    Map.entry("groups[].gid", "1501"),
                    Map.entry("sudo", "[{ user: bob }]"),
                    Map.entry("sudo[]", "{ user: bob }"),
                    Map.entry("sudo[].user", "bob"),
                    Map.entry("sudo[].group", "dev"),
                    Map.entry("sudo[].commands", "[ALL]"),
                    Map.entry("sudo[].commands[]", "ALL"),
                    Map.entry("sudo[].runAs", "ALL"),
                    Map.entry("sudo[].password", "true"),
                    Map.entry(
                            "repositories",
                            "[{ name: o, url: http://x, suites: [./], keySource: keys/example.asc"
                                    + " }]"),
                    Map.entry(
                            "repositories[]",
                            "{ name: o, url: http://x, suites: [./], keySource: keys/example.asc"
                                    + " }"),
                    Map.entry("repositories[].name", "other"),
                    Map.entry("repositories[].url", "http://other"),
                    Map.entry("repositories[].suites", "[trixie]"),
                    Map.entry("repositories[].suites[]", "trixie"),
                    Map.entry("repositories[].components", "[contrib]"),
                    Map.entry("repositories[].components[]", "contrib"),
                    Map.entry(
                            "repositories[].key",
                            "\"-----BEGIN PGP PUBLIC KEY BLOCK-----\\n"
                                    + "\\n"
                                    + "x\\n"
                                    + "-----END PGP PUBLIC KEY BLOCK-----\""),
                    Map.entry("repositories[].keySource", "a.txt"),
                    Map.entry("bundles", "[{ name: other, source: a.txt }]"),
                    Map.entry("bundles[]", "{ name: other, source: a.txt }"),
                    Map.entry("bundles[].name", "other"),
                    Map.entry("bundles[].url", "http://other"),
                    Map.entry("bundles[].source", "a.txt"),
                    Map.entry(
                            "bundles[].sha256",
                            "0000000000000000000000000000000000000000000000000000000000000000"),
                    Map.entry("bundles[].unpack", "none"),
                    Map.entry("bundles[].strip", "0"),
                    Map.entry("bundles[].into", "/opt/other"),
                    Map.entry("bundles[].files", "[{ from: other, to: /other }]"),
                    Map.entry("bundles[].files[]", "{ from: other, to: /other }"),
                    Map.entry("bundles[].files[].from", "other"),
                    Map.entry("bundles[].files[].to", "/other"),
                    Map.entry("bundles[].files[].mode", "\"0755\""),
                    Map.entry("bundles[].units", "[other.service]"),
                    Map.entry("bundles[].units[]", "other.service"),
                    Map.entry("containers", "[{ name: other, image: other }]"),
                    Map.entry("containers[]", "{ name: other, image: other }"),
                    Map.entry("containers[].name", "other"),
                    Map.entry("containers[].image", "other"),
                    Map.entry("containers[].imageArchive", "a.txt"),
                    Map.entry("containers[].ports", "[\"81:80\"]"),
                    Map.entry("containers[].ports[]", "\"81:80\""),
                    Map.entry("containers[].environment", "{ A: b }"),
                    Map.entry("containers[].environment.*", "other"),
                    Map.entry("containers[].volumes", "[\"data:/data\"]"),
                    Map.entry("containers[].volumes[]", "\"data:/data\""),
                    Map.entry("containers[].command", "[ls]"),
                    Map.entry("containers[].command[]", "ls"),
                    Map.entry("containers[].user", "nobody"),
                    Map.entry("containers[].autoStart", "true"),
                    Map.entry("containers[].dependsOn", "[cache]"),
                    Map.entry("containers[].dependsOn[]", "cache"),
                    Map.entry("sshd", "{ Port: 2222 }"),
                    Map.entry("sshd.*", "2222"),
                    Map.entry("timers", "[{ name: other, command: /bin/true, every: 1h }]"),
                    Map.entry("timers[]", "{ name: other, command: /bin/true, every: 1h }"),
                    Map.entry("timers[].name", "other"),
                    Map.entry("timers[].command", "/bin/false"),
                    Map.entry("timers[].onCalendar", "weekly"),
                    Map.entry("timers[].onBoot", "1min"),
                    Map.entry("timers[].every", "2h"),
                    Map.entry("timers[].user", "bob"),
                    Map.entry("timers[].persistent", "false"),
                    Map.entry("timers[].randomizedDelay", "1h"),
                    Map.entry("timers[].description", "Other"),
                    Map.entry("network.interfaces.*.routes", "[{ to: default, via: 10.0.0.1 }]"),
                    Map.entry("network.interfaces.*.routes[]", "{ to: default, via: 10.0.0.1 }"),
                    Map.entry("network.interfaces.*.routes[].to", "default"),
                    Map.entry("network.interfaces.*.routes[].via", "10.0.0.2"),
                    Map.entry("network.interfaces.*.routes[].metric", "5"),
                    Map.entry("network.interfaces.*.mtu", "9000"),
                    Map.entry("network.firewall.trustedInterfaces", "[eth2]"),
                    Map.entry("network.firewall.trustedInterfaces[]", "eth2"),
                    Map.entry("network.hosts", "{ 10.0.0.1: [other] }"),
                    Map.entry("network.hosts.*", "[other]"),
                    Map.entry("network.hosts.*[]", "other"),
                    Map.entry("network.nameservers", "[1.1.1.1]"),
                    Map.entry("network.nameservers[]", "1.1.1.1"),
                    Map.entry("network.searchDomains", "[other.example]"),
                    Map.entry("network.searchDomains[]", "other.example"),
                    Map.entry("network.nat", "{ external: eth2, internal: [eth1] }"),
                    Map.entry("network.nat.external", "eth3"),
                    Map.entry("network.nat.internal", "[eth3]"),
                    Map.entry("network.nat.internal[]", "eth3"),
                    Map.entry("network.nat.forward", "[\"81:192.168.1.2:80\"]"),
                    Map.entry("network.nat.forward[]", "\"81:192.168.1.2:80\""),
                    Map.entry("storage.swap", "1G"),
                    Map.entry("storage.disks", "[{ name: other, size: 1G, mount: /other }]"),
                    Map.entry("storage.disks[]", "{ name: other, size: 1G, mount: /other }"),
                    Map.entry("storage.disks[].name", "other"),
                    Map.entry("storage.disks[].size", "1G"),
                    Map.entry("storage.disks[].filesystem", "xfs"),
                    Map.entry("storage.disks[].mount", "/other"),
                    Map.entry("storage.disks[].options", "[nodev]"),
                    Map.entry("storage.disks[].options[]", "nodev"),
                    Map.entry("targets", "{ kairos: { a: 1 } }"),
                    Map.entry("targets.nixos", "{ a.b: 1 }"),
                    Map.entry("targets.kairos", "{ a: [1, 2.5, ~] }"),
                    Map.entry("machine.nics", "3"));

    /** Rows that allow a single value today. */
    private static final List<String> ONE_VALUE = List.of("spec", "base.distribution");

    static List<Field> fields() {
        return SCHEMA.fields();
    }

    static List<Field> changing() {
        return SCHEMA.fields().stream().filter(f -> !ONE_VALUE.contains(f.path())).toList();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void isComplete(Field field) {
        assertThat(field.title()).isNotBlank();
        assertThat(field.text().documentation()).matches("(?s)[A-Z].+\\.");
        assertThat(field.text().onDebian()).matches("(?s).+\\.");
        assertThat(field.text().example()).isNotBlank();
        boolean input =
                field.type() instanceof FieldType.Text
                        || field.type() instanceof FieldType.Int
                        || field.type() instanceof FieldType.Choice;
        if (input) {
            assertThat(field.text().placeholder()).isNotBlank();
        }
        assertThat(SCHEMA.children(field).isEmpty())
                .isEqualTo(
                        input
                                || field.type() instanceof FieldType.Bool
                                || field.type() instanceof FieldType.Raw);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void itsExampleIsRight(Field field) {
        String text = FieldSpecs.around(field, field.text().example());

        assertThat(errors(text)).as(text).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changing")
    void isBoundAndSeenByTheDiff(Field field) {
        assertThat(OTHER).containsKey(field.id());
        SystemSpec before = spec(FieldSpecs.around(field, field.text().example()));
        SystemSpec after = spec(FieldSpecs.around(field, OTHER.get(field.id())));

        assertThat(after).isNotEqualTo(before);
        assertThat(new SpecDiffer(SCHEMA).diff(before, after))
                .as("%s%n%s", before, after)
                .isNotEmpty()
                .allSatisfy(
                        change -> {
                            assertThat(SCHEMA.at(change.path())).isPresent();
                            assertThat(change.path().toString()).startsWith(change.section());
                        });
    }

    @Test
    void pathsAreUniqueAndHaveParents() {
        var seen = new HashSet<String>();
        for (Field field : SCHEMA.fields()) {
            assertThat(seen.add(field.id())).as(field.id()).isTrue();
            assertThat(SCHEMA.find(field.parentPath())).as(field.id()).isPresent();
        }
    }

    @Test
    void aliasesAreNoKeysOfTheirNeighbours() {
        for (Field field : SCHEMA.fields()) {
            List<Field> siblings =
                    field.variant()
                            .map(v -> SCHEMA.children(SCHEMA.get(field.parentPath()), v))
                            .orElseGet(() -> SCHEMA.children(SCHEMA.get(field.parentPath())));
            assertThat(field.aliases())
                    .doesNotContainAnyElementsOf(siblings.stream().map(Field::key).toList());
        }
    }

    @Test
    void findsTheFieldOfAPlace() {
        assertThat(SCHEMA.at(YamlPath.of("users", 3, "name")).map(Field::path))
                .contains("users[].name");
        assertThat(SCHEMA.at(YamlPath.of("services", "ssh.service", "masked")).map(Field::path))
                .contains("services.*.masked");
        assertThat(SCHEMA.at(YamlPath.of("kernel", "sysctl", "a.b")).map(Field::path))
                .contains("kernel.sysctl.*");
        assertThat(SCHEMA.at(YamlPath.of("users", "alice"))).isEmpty();
        assertThat(SCHEMA.at(YamlPath.ROOT)).contains(SCHEMA.root());
    }

    @Test
    void tellsVariantsApartByTheDocument() {
        var document = Specs.analyze(Specs.HEAD + "checks: [{ port: 1, is: open }]\n").tree();

        assertThat(SCHEMA.at(YamlPath.of("checks", 0, "is"), document).flatMap(Field::variant))
                .contains("port");
        assertThat(SCHEMA.at(YamlPath.of("checks", 0, "status"), document)).isEmpty();
        assertThat(SCHEMA.at(YamlPath.of("checks", 0, "status"), Optional.empty())).isPresent();
    }

    private static SystemSpec spec(String text) {
        return Specs.analyze(text)
                .spec()
                .orElseThrow(() -> new AssertionError(text + "\n" + errors(text)));
    }

    private static List<?> errors(String text) {
        return Specs.analyze(text).diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .toList();
    }

    /** Companions stand later in the same record; a name is one of a field that there is. */
    @Test
    void relationsLeadToFields() {
        List<Field> related =
                SCHEMA.fields().stream()
                        .filter(
                                f ->
                                        !f.relations()
                                                .equals(
                                                        new Field.Relations(
                                                                List.of(), Optional.empty())))
                        .toList();
        assertThat(related).isNotEmpty();
        for (Field field : related) {
            List<String> keys =
                    SCHEMA.children(SCHEMA.get(field.parentPath())).stream()
                            .map(Field::key)
                            .toList();
            int place = keys.indexOf(field.key());
            assertThat(keys.subList(place + 1, keys.size()))
                    .as(field.path())
                    .containsAll(field.relations().companions());
            field.relations()
                    .names()
                    .ifPresent(other -> assertThat(SCHEMA.get(other).path()).isEqualTo(other));
        }
    }
}
