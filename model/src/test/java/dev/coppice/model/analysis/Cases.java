package dev.coppice.model.analysis;

import static dev.coppice.model.diag.DiagnosticCode.*;

import dev.coppice.model.diag.DiagnosticCode;

import java.util.ArrayList;
import java.util.List;

/** What is found where: one table for all findings. */
final class Cases {

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f a@b";
    private static final String HASH =
            "$6$usesomesillystri$D4IrlXatmP7rx3P3InaxBeoomnAihCKRVQAr/36eYK4k4NbF4wEfMk8Oh1bXjFFfsGLGEG"
                + "IpRCGDCjjj2RSRW1";
    private static final String MD5 = "$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/";

    private static final String SSH = "packages: [openssh-server]\n";

    private final List<Case> cases = new ArrayList<>();

    static List<Case> all() {
        var table = new Cases();
        table.structure();
        table.traps();
        table.system();
        table.users();
        table.software();
        table.files();
        table.network();
        table.kernelAndStorage();
        MoreCases.all().forEach(table.cases::add);
        return table.cases;
    }

    private void whole(DiagnosticCode code, String bad, String good) {
        cases.add(new Case(code, bad, good));
    }

    private void body(DiagnosticCode code, String bad, String good) {
        whole(code, Specs.HEAD + bad + "\n", Specs.HEAD + good + "\n");
    }

    private void structure() {
        whole(EMPTY_SPEC, "«»# nothing\n", Specs.HEAD);
        whole(EMPTY_SPEC, "«»", Specs.HEAD);
        whole(WRONG_TYPE, "«just a text»\n", Specs.HEAD);
        whole(WRONG_TYPE, "«- a»\n- b\n", Specs.HEAD);
        whole(
                MISSING_KEY,
                "«spec: 1»\nbase: { distribution: debian, release: trixie }\n",
                Specs.HEAD);
        whole(
                MISSING_KEY,
                "spec: 1\nname: x\n«base»:\n  distribution: debian\n",
                "spec: 1\nname: x\nbase:\n  distribution: debian\n  release: trixie\n");
        body(
                MISSING_KEY,
                "users:\n  - «groups: [audio]»",
                "users:\n  - name: a\n    groups: [audio]");
        body(MISSING_KEY, "services: { «dbus»: {} }", "services: { dbus: { enabled: true } }");
        body(MISSING_KEY, "services:\n  «dbus»:", "services:\n  dbus: { masked: true }");
        body(MISSING_KEY, "files:\n  - «path: /a»", "files:\n  - path: /a\n    content: x");
        body(UNKNOWN_KEY, "«pakages»: [htop]", "packages: [htop]");
        body(UNKNOWN_KEY, "«timeZone»: Etc/UTC", "timezone: Etc/UTC");
        body(
                UNKNOWN_KEY,
                "«sysctl»: { vm.swappiness: 1 }",
                "kernel: { sysctl: { vm.swappiness: 1 } }");
        body(UNKNOWN_KEY, "«zzz»: 1", "description: zzz");
        body(
                UNKNOWN_KEY,
                "users:\n  - name: a\n    «ssh_authorized_keys»: []",
                "users:\n  - name: a\n    sshAuthorizedKeys: []");
        body(UNKNOWN_KEY, "users: [{ name: a, «openssh»: {} }]", "users: [{ name: a }]");
        body(
                UNKNOWN_KEY,
                "checks: [{ port: 80, «exists»: true }]",
                "checks: [{ file: /a, exists: true }]");
        body(
                CONFLICTING_KEYS,
                "files:\n  - path: /a\n    content: x\n    «source»: a.txt",
                "files:\n  - path: /a\n    source: a.txt");
        body(
                CONFLICTING_KEYS,
                "services: { dbus: { enabled: true, «masked»: true } }",
                "services: { dbus: { enabled: false, masked: true } }");
        body(
                CONFLICTING_KEYS,
                "checks: [{ port: 80, «file»: /a }]",
                "checks: [{ port: 80 }, { file: /a }]");
        body(EMPTY_VALUE, "«hostname»:", "hostname: web");
        body(EMPTY_VALUE, "users: [{ name: a, shell: «null» }]", "users: [{ name: a }]");
        body(EMPTY_VALUE, "users:\n  - name: a\n    shell: «~»", "users:\n  - name: a");
        body(EMPTY_VALUE, "checks: [«null»]", "checks:");
        body(EMPTY_VALUE, "checks: [{ command: «\"\"» }]", "checks: [{ command: ls }]");
    }

    private void traps() {
        body(WRONG_TYPE, "hostname: «22»", "hostname: \"22\"");
        body(WRONG_TYPE, "description: «true»", "description: \"true\"");
        body(WRONG_TYPE, "packages: «htop»", "packages: [htop]");
        body(WRONG_TYPE, "packages: «{ htop: 1 }»", "packages: []");
        body(WRONG_TYPE, "users:\n  «alice:»\n    groups: []", "users:\n  - name: alice");
        body(WRONG_TYPE, "users: [«alice»]", "users: [{ name: alice }]");
        body(WRONG_TYPE, "services: «[dbus]»", "services: { dbus: { enabled: true } }");
        body(WRONG_TYPE, "services: { dbus: «true» }", "services: { dbus: { enabled: true } }");
        body(
                WRONG_TYPE,
                "services: { dbus: { enabled: «no» } }",
                "services: { dbus: { enabled: false } }");
        body(
                WRONG_TYPE,
                "services: { dbus: { enabled: «\"true\"» } }",
                "services: { dbus: { enabled: true } }");
        body(
                WRONG_TYPE,
                "files: [{ path: /a, content: x, mode: «644» }]",
                "files: [{ path: /a, content: x, mode: \"0644\" }]");
        body(
                WRONG_TYPE,
                "checks: [{ port: 80 }]\nmachine: { forward: [«8080»] }",
                "checks: [{ port: 80 }]\nmachine: { forward: [8080:80] }");
        body(WRONG_TYPE, "machine: { memory: «1024» }", "machine: { memory: 1024M }");
        body(WRONG_TYPE, "machine: { cpus: «\"2\"» }", "machine: { cpus: 2 }");
        body(WRONG_TYPE, "machine: { cpus: «1.5» }", "machine: { cpus: 1 }");
        body(WRONG_TYPE, "checks: [{ bootsWithin: «30» }]", "checks: [{ bootsWithin: 30s }]");
        body(
                WRONG_TYPE,
                "kernel: { sysctl: { vm.swappiness: «true» } }",
                "kernel: { sysctl: { vm.swappiness: 1 } }");
        body(WRONG_TYPE, "hostname: «[web]»", "hostname: web");
        body(WRONG_TYPE, "description: «\"a\\nb\"»", "description: a b");
    }

    private void system() {
        whole(
                BAD_VERSION,
                "spec: «2»\nname: x\nbase: { distribution: debian, release: trixie }\n",
                "spec: 1\nname: x\nbase: { distribution: debian, release: trixie }\n");
        whole(
                BAD_NAME,
                "spec: 1\nname: «Web 01»\nbase: { distribution: debian, release: trixie }\n",
                "spec: 1\nname: web-01\nbase: { distribution: debian, release: trixie }\n");
        whole(
                BAD_CHOICE,
                "spec: 1\nname: x\nbase: { distribution: debian, release: «bullseye» }\n",
                "spec: 1\nname: x\nbase: { distribution: debian, release: trixie }\n");
        whole(
                BAD_CHOICE,
                "spec: 1\nname: x\nbase: { distribution: «ubuntu», release: trixie }\n",
                "spec: 1\nname: x\nbase: { distribution: debian, release: trixie }\n");
        whole(
                BAD_URL,
                "spec: 1\n"
                        + "name: x\n"
                        + "base: { distribution: debian, release: trixie, mirror: «ftp://x» }\n",
                "spec: 1\n"
                        + "name: x\n"
                        + "base: { distribution: debian, release: trixie, mirror: http://x }\n");
        body(BAD_HOSTNAME, "hostname: «web_01»", "hostname: web-01.example.org");
        body(BAD_HOSTNAME, "hostname: «-web»", "hostname: w");
        body(BAD_HOSTNAME, "hostname: «" + "a".repeat(65) + "»", "hostname: " + "a".repeat(63));
        body(BAD_LOCALE, "locale: «en_GB»", "locale: en_GB.UTF-8");
        body(BAD_LOCALE, "locale: «english»", "locale: ca_ES.UTF-8@valencia");
        body(BAD_TIMEZONE, "timezone: «Europe/Lodnon»", "timezone: Europe/London");
        body(BAD_TIMEZONE, "timezone: «London»", "timezone: America/Argentina/Buenos_Aires");
        body(BAD_TIMEZONE, "timezone: «UTC +1»", "timezone: UTC");
        body(BAD_KEYBOARD, "keyboard: «en-GB»", "keyboard: gb");
    }

    private void users() {
        body(BAD_USER_NAME, "users: [{ name: «Alice» }]", "users: [{ name: alice }]");
        body(
                BAD_USER_NAME,
                "users: [{ name: a, groups: [«The Group»] }]",
                "users: [{ name: a, groups: [audio] }]");
        body(RESERVED_USER, "users: [{ name: «www-data» }]", "users: [{ name: www }]");
        body(ROOT_GROUPS, "users: [{ name: root, «groups»: [audio] }]", "users: [{ name: root }]");
        body(
                OWN_GROUP,
                "users: [{ name: a, groups: [«a»] }]",
                "users: [{ name: a, groups: [audio] }]");
        body(CLEAR_PASSWORD, "users: [{ name: a, «password»: hunter2 }]", "users: [{ name: a }]");
        body(
                CLEAR_PASSWORD,
                "users: [{ name: a, «plainPassword»: hunter2 }]",
                "users: [{ name: a }]");
        body(
                CLEAR_PASSWORD,
                "users: [{ name: a, «plain_text_passwd»: hunter2 }]",
                "users: [{ name: a }]");
        body(
                CLEAR_PASSWORD,
                "users: [{ name: a, hashedPassword: «hunter2» }]",
                "users: [{ name: a, hashedPassword: " + HASH + " }]");
        body(
                BAD_HASH,
                "users: [{ name: a, hashedPassword: «$6$salt$short» }]",
                "users: [{ name: a, hashedPassword: \"!\" }]");
        body(
                WEAK_HASH,
                "users: [{ name: a, hashedPassword: «" + MD5 + "» }]",
                "users: [{ name: a, hashedPassword: " + HASH + " }]");
        body(
                BAD_SSH_KEY,
                SSH + "users: [{ name: a, sshAuthorizedKeys: [«my key»] }]",
                SSH + "users: [{ name: a, sshAuthorizedKeys: [" + KEY + "] }]");
        body(
                BAD_SSH_KEY,
                SSH
                        + "users: [{ name: a, sshAuthorizedKeys: [«"
                        + KEY.replace("HR4f", "")
                        + "»] }]",
                SSH + "users: [{ name: a, sshAuthorizedKeys: ['restrict " + KEY + "'] }]");
        body(
                PRIVATE_KEY,
                SSH
                        + "users:\n"
                        + "  - name: a\n"
                        + "    sshAuthorizedKeys:\n"
                        + "      - «|»\n"
                        + "        -----BEGIN OPENSSH PRIVATE KEY-----\n"
                        + "        x",
                SSH + "users:\n  - name: a\n    sshAuthorizedKeys:\n      - " + KEY);
        body(
                BAD_PATH,
                "packages: [zsh]\nusers: [{ name: a, shell: «zsh» }]",
                "packages: [zsh]\nusers: [{ name: a, shell: /bin/zsh }]");
        body(DUPLICATE, "users: [{ name: a }, { name: «a» }]", "users: [{ name: a }, { name: b }]");
    }

    private void software() {
        body(BAD_PACKAGE, "packages: [«Nginx»]", "packages: [libstdc++6]");
        body(BAD_PACKAGE, "packages: [«nginx=1.22»]", "packages: [nginx]");
        body(OTHER_NAME, "packages: [«openssh»]", "packages: [openssh-server]");
        body(
                OTHER_NAME,
                SSH + "services: { «sshd»: { enabled: true } }",
                SSH + "services: { ssh: { enabled: true } }");
        body(REPEATED, "packages: [htop, «htop»]", "packages: [htop, tmux]");
        body(
                BAD_UNIT_NAME,
                "services: { «my unit»: { enabled: true } }",
                "services: { getty@tty2: { enabled: true } }");
        body(
                BAD_UNIT_NAME,
                "services: { «dbus.servic»: { enabled: true } }",
                "services: { dbus.service: { enabled: true } }");
        body(
                BAD_UNIT_NAME,
                "units: [{ name: «backup», content: \"[Service]\" }]",
                "units: [{ name: backup.service, content: \"[Service]\\nExecStart=x\" }]");
        body(
                BAD_UNIT_CONTENT,
                "units:\n  - name: a.service\n    content: |\n      «ExecStart=/bin/true»",
                "units:\n"
                        + "  - name: a.service\n"
                        + "    content: |\n"
                        + "      # a comment\n"
                        + "      [Service]\n"
                        + "      ExecStart=/bin/true");
        body(
                BAD_UNIT_CONTENT,
                "units: [{ name: a.timer, content: «\"[Service]\"» }]",
                "units: [{ name: a.timer, content: \"[Timer]\\n"
                        + "OnBootSec=1\\nUnit=apt-daily.service\" }]");
        body(
                NO_INSTALL,
                "units: [{ name: a.target, content: \"[Unit]\" }]\n"
                        + "services: { a.target: { enabled: «true» } }",
                "units: [{ name: a.target, content: \"[Unit]\" }]\n"
                        + "services: { a.target: { enabled: false } }");
        body(
                NOT_ENABLED,
                "units: [{ name: «a.target», content: \"[Unit]\\n[Install]\" }]",
                "units: [{ name: a.target, content: \"[Unit]\\n"
                        + "[Install]\" }]\n"
                        + "services: { a.target: { enabled: true } }");
        body(UNKNOWN_KEY, "users: [{ name: a, «passwd»: " + HASH + " }]", "users: [{ name: a }]");
        body(
                BAD_DROP_IN,
                "units: [{ name: a.service, dropIn: «a/b», content: \"[Unit]\" }]",
                "units: [{ name: a.service, dropIn: b, content: \"[Unit]\" }]");
        body(
                DUPLICATE,
                "services: { dbus: { enabled: true }, «dbus.service»: { enabled: true } }",
                "services: { dbus: { enabled: true }, dbus.socket: { enabled: false } }");
        body(
                DUPLICATE,
                "units:\n"
                        + "  - { name: a.target, content: \"[Unit]\" }\n"
                        + "  - { name: «a.target», content: \"[Unit]\" }",
                "units:\n"
                        + "  - { name: a.target, content: \"[Unit]\" }\n"
                        + "  - { name: a.target, dropIn: b, content: \"[Unit]\" }");
    }

    private void files() {
        body(
                BAD_PATH,
                "files: [{ path: «etc/motd», content: x }]",
                "files: [{ path: /etc/motd, content: x }]");
        body(
                BAD_PATH,
                "files: [{ path: «/etc/../x», content: x }]",
                "files: [{ path: /etc/..x, content: x }]");
        body(
                BAD_PATH,
                "files: [{ path: «/etc/», content: x }]",
                "files: [{ path: /etc, content: x }]");
        body(
                BAD_MODE,
                "files: [{ path: /a, content: x, mode: «\"0888\"» }]",
                "files: [{ path: /a, content: x, mode: \"4755\" }]");
        body(
                BAD_MODE,
                "files: [{ path: /a, content: x, mode: «rw-r--r--» }]",
                "files: [{ path: /a, content: x }]");
        body(
                BAD_USER_NAME,
                "files: [{ path: /a, content: x, owner: «a:b» }]",
                "files: [{ path: /a, content: x, owner: daemon }]");
        body(
                BAD_SOURCE,
                "files: [{ path: /a, source: «../a.txt» }]",
                "files: [{ path: /a, source: a.txt }]");
        body(
                BAD_SOURCE,
                "files: [{ path: /a, source: «/a.txt» }]",
                "files: [{ path: /a, source: a.txt }]");
        body(
                SOURCE_MISSING,
                "files: [{ path: /a, source: «b.txt» }]",
                "files: [{ path: /a, source: files/index.html }]");
        body(
                PATH_CONFLICT,
                "files: [{ path: /a, content: x }, { path: «/a/b/c», content: x }]",
                "files: [{ path: /a, content: x }, { path: /ab/c, content: x }]");
        body(
                MANAGED_PATH,
                "files: [{ path: «/etc/hostname», content: x }]",
                "files: [{ path: /etc/hosts, content: x }]");
        body(
                VOLATILE_PATH,
                "files: [{ path: «/run/x», content: x }]",
                "files: [{ path: /srv/x, content: x }]");
        body(
                DUPLICATE,
                "files: [{ path: /a, content: x }, { path: «/a», content: x }]",
                "files: [{ path: /a, content: x }, { path: /b, content: x }]");
    }

    private void network() {
        body(
                BAD_INTERFACE,
                "network: { interfaces: { «eth 0»: { dhcp: true } } }",
                "network: { interfaces: { en*: { dhcp: true } } }");
        body(
                BAD_CIDR,
                "network: { interfaces: { e: { addresses: [«10.0.0.1»] } } }",
                "network: { interfaces: { e: { addresses: [10.0.0.1/8] } } }");
        body(
                BAD_CIDR,
                "network: { interfaces: { e: { addresses: [«10.0.0.256/8»] } } }",
                "network: { interfaces: { e: { addresses: ['fd00::1/64'] } } }");
        body(
                BAD_CIDR,
                "network: { interfaces: { e: { addresses: [«10.0.0.1/33»] } } }",
                "network: { interfaces: { e: { addresses: [10.0.0.1/32] } } }");
        body(
                BAD_ADDRESS,
                "network: { interfaces: { e: { dns: [«dns.example»] } } }",
                "network: { interfaces: { e: { dns: ['2001:db8::1'] } } }");
        body(
                BAD_ADDRESS,
                "network: { interfaces: { e: { dns: [«1.2.3»] } } }",
                "network: { interfaces: { e: { dns: [1.2.3.4] } } }");
        body(
                BAD_ADDRESS,
                "network: { interfaces: { e: { gateway: «1.2.3.4.5» } } }",
                "network: { interfaces: { e: { gateway: 1.2.3.4 } } }");
        body(
                UNREACHABLE_GATEWAY,
                "network: { interfaces: { e: { addresses: [10.0.0.2/24], gateway: «10.0.1.1» } } }",
                "network: { interfaces: { e: { addresses: [10.0.0.2/16], gateway: 10.0.1.1 } } }");
        body(
                NO_ADDRESS,
                "network: { interfaces: { e: { «dhcp»: false } } }",
                "network: { interfaces: { e: {} } }");
        body(
                BAD_PORT,
                SSH + "network: { firewall: { allowTcp: [«0»] } }",
                SSH + "network: { firewall: { allowTcp: [22] } }");
        body(
                BAD_PORT,
                "network: { firewall: { allowUdp: [«65536»] } }",
                "network: { firewall: { allowUdp: [65535] } }");
        body(BAD_PORT, "checks: [{ port: «99999999999999999999» }]", "checks: [{ port: 99 }]");
        body(
                REPEATED,
                SSH + "network: { firewall: { allowTcp: [22, «22»] } }",
                SSH + "network: { firewall: { allowTcp: [22], allowUdp: [22] } }");
    }

    private void kernelAndStorage() {
        body(BAD_PARAMETER, "kernel: { parameters: [«a b»] }", "kernel: { parameters: [a=b] }");
        body(
                RESERVED_PARAMETER,
                "kernel: { parameters: [«root=/dev/sda»] }",
                "kernel: { parameters: [rootwait] }");
        body(BAD_MODULE, "kernel: { modules: [«loop.ko»] }", "kernel: { modules: [loop] }");
        body(
                BAD_SYSCTL,
                "kernel: { sysctl: { «swappiness»: 1 } }",
                "kernel: { sysctl: { vm.swappiness: 1 } }");
        body(
                BAD_SYSCTL,
                "kernel: { sysctl: { vm.swappiness: «\"1\\n2\"» } }",
                "kernel: { sysctl: { vm.swappiness: 1 } }");
        body(BAD_PATH, "storage: { persist: [«var»] }", "storage: { persist: [/var/log] }");
        body(
                BAD_PERSIST,
                "storage: { persist: [«/proc/x»] }",
                "storage: { persist: [/processes] }");
        body(BAD_PERSIST, "storage: { persist: [«/etc»] }", "storage: { persist: [/etc/ssh] }");
        body(BAD_PERSIST, "storage: { persist: [«/usr/local»] }", "storage: { persist: [/home] }");
        body(
                NESTED_PERSIST,
                "storage: { persist: [/home, «/home/a»] }",
                "storage: { persist: [/home, /homes/a] }");
    }
}
