package dev.coppice.model.analysis;

import static dev.coppice.model.diag.DiagnosticCode.*;

import dev.coppice.model.diag.DiagnosticCode;

import java.util.ArrayList;
import java.util.List;

/** What is found in region, accounts, software, containers, timers, disks, checks and machine. */
final class MoreCases {

    private static final String SSH = "packages: [openssh-server]\n";

    private final List<Case> cases = new ArrayList<>();

    static List<Case> all() {
        var table = new MoreCases();
        table.includes();
        table.region();
        table.accounts();
        table.software();
        table.containers();
        table.systemd();
        table.network();
        table.storage();
        table.checks();
        table.machine();
        table.targets();
        return table.cases;
    }

    private void body(DiagnosticCode code, String bad, String good) {
        cases.add(new Case(code, Specs.HEAD + bad + "\n", Specs.HEAD + good + "\n"));
    }

    private void includes() {
        body(SOURCE_MISSING, "includes: [«none.yaml»]", "includes: [common.yaml, other.yaml]");
        body(BAD_SOURCE, "includes: [«../common.yaml»]", "includes: [./common.yaml]");
        body(BAD_SOURCE, "includes: [«common.txt»]", "includes: [common.yaml]");
        body(WRONG_TYPE, "includes: «common.yaml»", "includes: [common.yaml]");
        body(INCLUDE_CYCLE, "includes: [«system.yaml»]", "includes: []");
        body(INCLUDE_CYCLE, "includes: [common.yaml, «round.yaml»]", "includes: [common.yaml]");
        body(INCLUDE_DEPTH, "includes: [«deep1.yaml»]", "includes:");
    }

    private void region() {
        body(
                BAD_LOCALE,
                "locales: [en_DK.UTF-8]\nlocaleSettings: { «TIME»: en_DK.UTF-8 }",
                "locales: [en_DK.UTF-8]\nlocaleSettings: { LC_TIME: en_DK.UTF-8 }");
        body(BAD_LOCALE, "locales: [«german»]", "locales: [de_DE.UTF-8]");
        body(
                BAD_KEYBOARD,
                "console: { keyboardOptions: [«nocaps»] }",
                "console: { keyboardOptions: [ctrl:nocaps] }");
        body(
                BAD_FONT,
                "console: { fontSize: «large» }",
                "console: { fontFace: Terminus, fontSize: 16x32 }");
        body(BAD_HOSTNAME, "ntp: { servers: [«http://x»] }", "ntp: { servers: [pool.ntp.org] }");
        body(WRONG_TYPE, "ntp: «pool.ntp.org»", "ntp:");
    }

    private void accounts() {
        body(
                OUT_OF_RANGE,
                "users: [{ name: alice, uid: «999» }]",
                "users: [{ name: alice, uid: 1000, fullName: Alice }]");
        body(
                WRONG_TYPE,
                "users: [{ name: alice, fullName: «\"a:b\"» }]",
                "users: [{ name: alice, fullName: a b }]");
        body(DUPLICATE, "groups: [{ name: a }, { name: «a» }]", "groups: [{ name: a, gid: 1500 }]");
        body(
                CONFLICTING_KEYS,
                "users: [{ name: a }]\nsudo: [{ user: a, «group»: sudo }]",
                "users: [{ name: a }]\nsudo: [{ user: a }, { group: sudo }]");
        body(
                BAD_PATH,
                "users: [{ name: a }]\nsudo: [{ user: a, commands: [«systemctl»] }]",
                "users: [{ name: a }]\nsudo: [{ user: a, commands: [ALL, /bin/ls /a] }]");
        body(
                BAD_USER_NAME,
                "users: [{ name: a }]\nsudo: [{ user: a, runAs: «Any» }]",
                "users: [{ name: a }]\nsudo: [{ user: a, runAs: ALL, password: false }]");
    }

    private void software() {
        String repository = "repositories: [{ name: x, url: https://x, ";
        body(
                BAD_SUITE,
                repository + "suites: [«a b»], components: [main], keySource: keys/example.asc }]",
                repository + "suites: [./], keySource: keys/example.asc }]");
        body(
                BAD_ARCHIVE_KEY,
                repository + "suites: [./], key: «ABCD-1234» }]",
                repository + "suites: [./], keySource: keys/example.asc }]");
        body(
                MISSING_KEY,
                "repositories: [{ «name: x, url: https://x, suites: [./]» }]"
                        .replace("{ «", "«{ ")
                        .replace("» }", " }»"),
                repository + "suites: [./], keySource: keys/example.asc }]");
        body(
                BAD_DIGEST,
                "bundles: [{ name: x, source: a.txt, sha256: «abc» }]",
                "bundles: [{ name: x, source: a.txt, sha256: " + "0".repeat(64) + " }]");
        body(
                BAD_SOURCE,
                "bundles: [{ name: x, source: a.txt, files: [{ from: «/x», to: /x }] }]",
                "bundles: [{ name: x, source: a.txt, files: [{ from: x, to: /x }] }]");
        body(BAD_NAME, "bundles: [{ name: «A B», source: a.txt }]", "bundles: []");
    }

    private void containers() {
        body(
                BAD_IMAGE,
                "containers: [{ name: web, image: «nginx latest» }]",
                "containers: [{ name: web, image: \"docker.io/library/nginx:1.27\" }]");
        body(
                BAD_FORWARD,
                "containers: [{ name: web, image: docker.io/x:1, ports: [«80-81»] }]",
                "containers: [{ name: web, image: docker.io/x:1, ports: [\"80:80\"] }]");
        body(
                BAD_VOLUME,
                "containers: [{ name: web, image: docker.io/x:1, volumes: [«srv»] }]",
                "containers: [{ name: web, image: docker.io/x:1, volumes: [\"srv:/srv:ro\"] }]");
        body(
                BAD_VARIABLE,
                "containers: [{ name: web, image: docker.io/x:1, environment: { «A-B»: c } }]",
                "containers: [{ name: web, image: docker.io/x:1, environment: { A_B: 1 } }]");
    }

    private void systemd() {
        body(
                BAD_KEYWORD,
                "packages: [openssh-server]\nsshd: { «Permit-Root»: \"no\" }",
                "packages: [openssh-server]\nsshd: { PermitRootLogin: \"no\", Port: 22 }");
        body(
                WRONG_TYPE,
                "packages: [openssh-server]\nsshd: { PermitRootLogin: «false» }",
                "packages: [openssh-server]\nsshd: { PermitRootLogin: \"no\" }");
        body(
                BAD_CALENDAR,
                "timers: [{ name: x, command: /bin/true, onCalendar: «\"@daily\"» }]",
                "timers: [{ name: x, command: /bin/true, onCalendar: daily }]");
        body(
                BAD_DURATION,
                "timers: [{ name: x, command: /bin/true, every: «often» }]",
                "timers: [{ name: x, command: /bin/true, every: 1d 2h }]");
        body(
                WRONG_TYPE,
                "timers: [{ name: x, command: /bin/true, onBoot: «30» }]",
                "timers: [{ name: x, command: /bin/true, onBoot: 30s }]");
    }

    private void network() {
        String face = "network: { interfaces: { eth0: { routes: [{ ";
        body(
                BAD_ROUTE,
                face + "to: «everywhere», via: 10.0.0.1 }] } } }",
                face + "to: default, via: 10.0.0.1 }] } } }");
        body(
                BAD_PORT,
                "checks: [{ port: 15 }, { port: 80 }]\n"
                        + "network: { firewall: { allowTcp: [«20-10»] } }",
                "checks: [{ port: 15 }, { port: 80 }]\n"
                        + "network: { firewall: { allowTcp: [10-20, \"80\"], allowUdp: [0x50] } }");
        body(
                BAD_FORWARD,
                "machine: { nics: 2 }\n"
                    + "network: { nat: { external: eth0, internal: [eth1], forward: [«\"8080:80\"»]"
                    + " } }",
                "machine: { nics: 2 }\nnetwork: { nat: { external: eth0, internal: [eth1],"
                        + " forward: [\"8080:10.0.0.2:80\"] } }");
        body(
                BAD_ADDRESS,
                "network: { hosts: { «host»: [host] } }",
                "network: { hosts: { 10.0.0.2: [host] } }");
    }

    private void storage() {
        String disk = "storage: { disks: [{ name: data, size: 1G, mount: /data";
        body(BAD_OPTION, disk + ", options: [«a b»] }] }", disk + ", options: [noatime] }] }");
        body(BAD_CHOICE, disk + ", filesystem: «ntfs» }] }", disk + ", filesystem: xfs }] }");
        body(BAD_SIZE, "storage: { swap: «much» }", "storage: { swap: 512M }");
        body(WRONG_TYPE, "targets: { nixos: «[a]» }", "targets: { nixos: { a.b: [1, ~, 1.5] } }");
        body(OUT_OF_RANGE, "machine: { nics: «9» }", "machine: { nics: 8 }");
    }

    private void checks() {
        body(UNKNOWN_CHECK, "checks: [{ «htpp»: http://x }]", "checks: [{ http: http://x }]");
        body(UNKNOWN_CHECK, "checks: [{ «service»: dbus }]", "checks: [{ unit: dbus }]");
        body(UNKNOWN_CHECK, "checks: [{ «is»: open }]", "checks: [{ port: 22, is: open }]");
        body(UNKNOWN_CHECK, "checks: [«{}»]", "checks: []");
        body(
                BAD_CHOICE,
                "checks: [{ unit: dbus, is: «running» }]",
                "checks: [{ unit: dbus, is: failed }]");
        body(
                BAD_CHOICE,
                "checks: [{ port: 22, is: «active» }]",
                "checks: [{ port: 22, is: closed }]");
        body(BAD_URL, "checks: [{ http: «localhost» }]", "checks: [{ http: http://localhost }]");
        body(
                OUT_OF_RANGE,
                "checks: [{ http: http://x, status: «99» }]",
                "checks: [{ http: http://x, status: 404 }]");
        body(
                OUT_OF_RANGE,
                "checks: [{ command: x, exit: «256» }]",
                "checks: [{ command: x, exit: 255 }]");
        body(BAD_UNIT_NAME, "checks: [{ unit: «a b» }]", "checks: [{ unit: apt-daily.timer }]");
        body(BAD_PATH, "checks: [{ file: «a» }]", "checks: [{ file: /a, exists: false }]");
        body(
                BAD_DURATION,
                "checks: [{ bootsWithin: «soon» }]",
                "checks: [{ bootsWithin: 1m 30s }]");
        body(BAD_DURATION, "checks: [{ bootsWithin: «0s» }]", "checks: [{ bootsWithin: 500ms }]");
        body(
                CHECK_MASKED,
                "services: { dbus: { masked: true } }\nchecks: [{ unit: «dbus.service» }]",
                "services: { dbus: { masked: true } }\nchecks: [{ unit: dbus, is: inactive }]");
    }

    private void machine() {
        body(BAD_SIZE, "machine: { memory: «lots» }", "machine: { memory: 2GiB }");
        body(BAD_SIZE, "machine: { memory: «16M» }", "machine: { memory: 256M }");
        body(OUT_OF_RANGE, "machine: { cpus: «0» }", "machine: { cpus: 64 }");
        body(
                BAD_FORWARD,
                SSH + "machine: { forward: [«8080-22»] }",
                SSH + "machine: { forward: ['8080:22'] }");
        body(
                BAD_FORWARD,
                SSH + "machine: { forward: ['8080:22', «\"8081:99999\"»] }",
                SSH + "machine: { forward: ['8080:22'] }");
        body(
                DUPLICATE,
                SSH + "checks: [{ port: 23 }]\n" + "machine: { forward: ['8080:22', «'8080:23'»] }",
                SSH + "machine: { forward: ['8080:22', '8081:22'] }");
        body(
                PRIVILEGED_PORT,
                SSH + "machine: { forward: [«'80:22'»] }",
                SSH + "machine: { forward: ['1024:22'] }");
        body(
                FORWARD_BLOCKED,
                "checks: [{ port: 80 }, { port: 81 }]\n"
                        + "network: { firewall: { allowTcp: [81] } }\n"
                        + "machine: { forward: [«'8080:80'»] }",
                "checks: [{ port: 80 }, { port: 81 }]\n"
                        + "network: { firewall: { allowTcp: [80, 81] } }\n"
                        + "machine: { forward: ['8080:80'] }");
    }

    private void targets() {
        String nixos = "targets: { nixos: { ";
        body(
                OLD_OPTION,
                nixos + "«boot.earlyVconsoleSetup»: true } }",
                nixos + "console.earlySetup: true } }");
        body(
                OLD_OPTION,
                nixos + "boot: { bootspec: { «enable»: true } } } }",
                nixos + "boot: { tmp: { useTmpfs: true } } } }");
        body(
                UNREAD_KEY,
                nixos + "services.openssh.settings: { «PermitRootLogn»: \"no\" } } }",
                nixos + "services.openssh.settings: { PermitRootLogin: \"no\" } } }");
        body(
                UNREAD_KEY,
                nixos + "systemd.services.a.serviceConfig: { «ExecStrat»: x } } }",
                nixos + "systemd.services.a.serviceConfig: { ExecStart: x } } }");
        body(
                UNREAD_KEY,
                nixos + "boot.kernel.sysctl: { «net.ipv4.ip_forwad»: 1 } } }",
                nixos + "boot.kernel.sysctl: { net.ipv4.ip_forward: 1 } } }");
        String kairos = "targets: { kairos: { ";
        body(
                KAIROS_IGNORED,
                kairos + "k3s: { «enable»: true } } }",
                kairos + "k3s: { enabled: true }, metallb: { own: key } } }");
        body(
                KAIROS_IGNORED,
                kairos + "stages: { «initramsf»: [] } } }",
                kairos + "stages: { initramfs: [] } } }");
        body(
                KAIROS_LOST,
                kairos + "stages: { boot: [{ commands: «ls» }] } } }",
                kairos + "stages: { boot: [{ commands: [ls] }] } } }");
        body(
                KAIROS_LOST,
                kairos + "stages: { fs: [{ files: [«{ path: /etc/a, content: x }»] }] } } }",
                kairos
                        + "stages: { fs: [{ files: [{ path: /etc/a, content: x,"
                        + " permissions: 0644 }] }] } } }");
        kairosSteps(kairos + "stages: { ");
        kairosInstall(kairos);
    }

    private void kairosSteps(String stages) {
        String boot = stages + "boot: [{ ";
        body(
                KAIROS_GROUP,
                boot + "users: { ann: { groups: [«ops»] } } }] } } }",
                boot + "users: { ann: { groups: [audio, ann, admin] } } }] } } }");
        body(
                KAIROS_GROUP,
                stages + "fs: [{ users: { ann: { primary_group: «ops» } } }] } } }",
                "groups: [{ name: ops }]\n"
                        + stages
                        + "fs: [{ users: { ann: { primary_group: ops } } }] } } }");
        body(
                KAIROS_NETWORK,
                boot + "git: «{ url: \"https://a\", path: /srv/a }» }] } } }",
                stages + "network: [{ git: { url: \"https://a\", path: /srv/a } }] } } }");
        body(
                KAIROS_NETWORK,
                boot + "authorized_keys: { ann: [«github:ann»] } }] } } }",
                boot + "authorized_keys: { ann: [ssh-ed25519 AAAA] } }] } } }");
        body(
                KAIROS_SYSCTL,
                boot + "sysctl: { «net.ipv6.conf.eth0.5.forwarding»: \"1\" } }] } } }",
                boot + "sysctl: { net.ipv6.conf.eth0.forwarding: \"1\" } }] } } }");
        body(
                KAIROS_SYSCTL,
                boot
                        + "commands: [ls], sysctl: { a: \"1\","
                        + " «net/ipv4/neigh/br.1/gc_stale_time»: 9 } }] } } }",
                boot + "sysctl: { net.ipv4.neigh.br1.gc_stale_time: 9 } }] } } }");
        body(
                KAIROS_LAYOUT,
                stages + "fs: [{ layout: { add_partitions: [«{ size: 0 }», { size: 9 }] } }] } } }",
                stages + "fs: [{ layout: { add_partitions: [{ size: 9 }, { size: 0 }] } }] } } }");
        body(
                KAIROS_READ_ONLY,
                boot + "directories: [{ path: «/data», permissions: 0755 }] }] } } }",
                boot + "directories: [{ path: /srv/data, permissions: 0755 }] }] } } }");
        body(
                KAIROS_IGNORED,
                boot + "timesyncd: «{ NTP: a }» }] } } }",
                stages + "initramfs: [{ timesyncd: { NTP: a } }] } } }");
        body(
                KAIROS_IGNORED,
                boot + "only_service_manager: «upstart» }] } } }",
                boot + "only_service_manager: systemd }] } } }");
    }

    private void kairosInstall(String kairos) {
        body(
                KAIROS_DEPENDS,
                kairos + "install: { bind_mounts: «[/var/lib/a]» } } }",
                kairos
                        + "install: { bind_mounts: [/var/lib/a] }, stages: { rootfs:"
                        + " [{ environment_file: /run/cos/custom-layout.env,"
                        + " environment: { CUSTOM_BIND_MOUNTS: /var/lib/a } }] } } }");
        body(
                KAIROS_DEPENDS,
                kairos
                        + "fail_on_bundles_errors: true,"
                        + " install: { bundles: «[{ targets: [\"run://a/b:1\"] }]» } } }",
                kairos
                        + "fail_on_bundles_errors: true,"
                        + " bundles: [{ targets: [\"run://a/b:1\"] }] } }");
        body(
                KAIROS_DEPENDS,
                kairos + "install: { grub_options: «{ extra_cmdline: a }» } } }",
                kairos
                        + "install: { grub_options: { extra_cmdline: a } },"
                        + " grub_options: { extra_cmdline: a } } }");
        body(
                KAIROS_DEPENDS,
                kairos + "bundles: «[{ targets: [\"run://a/b:1\"] }]» } }",
                kairos
                        + "bundles: [{ targets: [\"run://a/b:1\"] }],"
                        + " fail_on_bundles_errors: false } }");
        body(
                KAIROS_IGNORED,
                kairos + "k3s: «{ args: [a] }» } }",
                kairos + "k3s: { args: [a], enabled: true } } }");
        body(
                KAIROS_IGNORED,
                kairos + "users: [{ name: root, shell: «/bin/sh» }] } }",
                kairos + "users: [{ name: root, ssh_authorized_keys: [a] }] } }");
    }
}
