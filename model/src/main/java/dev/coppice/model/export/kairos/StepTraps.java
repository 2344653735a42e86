package dev.coppice.model.export.kairos;

import dev.coppice.model.diag.Fix;
import dev.coppice.model.export.kairos.KairosFindings.Saying;
import dev.coppice.model.linux.ShellWords;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fields of steps with values that Kairos reads and cannot use: it notes it in a log at most. */
final class StepTraps {

    /** Variables of one network interface; its name is what stands in the middle. */
    private static final Pattern OF_INTERFACE =
            Pattern.compile("(net[./]ipv[46][./](?:conf|neigh))[./](.+)[./]([a-z0-9_]+)");

    private static final Set<String> ENCODINGS =
            Set.of(
                    "",
                    "base64",
                    "b64",
                    "gz",
                    "gzip",
                    "gz+base64",
                    "gzip+base64",
                    "gz+b64",
                    "gzip+b64");

    private static final Set<String> PROVIDERS =
            Set.of(
                    "aws",
                    "azure",
                    "gcp",
                    "hetzner",
                    "openstack",
                    "packet",
                    "scaleway",
                    "vultr",
                    "digitalocean",
                    "metaldata",
                    "vmware",
                    "cdrom",
                    "config-drive",
                    "file",
                    "maas");

    private static final Set<String> KINDS = Set.of("user", "group", "shadow", "gshadow");

    private final KairosFindings findings;

    StepTraps(KairosFindings findings) {
        this.findings = findings;
    }

    void check(YNode root) {
        encodings(root.at(YamlPath.of("write_files")), YamlPath.of("write_files"));
        for (Steps.Step step : Steps.of(root)) {
            YamlPath path = step.path();
            encodings(step.get("files"), path.key("files"));
            sysctl(step);
            dns(step);
            clock(step);
            for (String list : List.of("ensure_entities", "delete_entities")) {
                entities(step, list);
            }
            one(
                    step.get("only_service_manager"),
                    Set.of("", "systemd", "openrc"),
                    path.key("only_service_manager"),
                    "kairos-service-manager",
                    "No machine has this service manager, so the step never runs.",
                    "Write systemd or openrc.");
            providers(step);
        }
    }

    private void sysctl(Steps.Step step) {
        for (YNode.Entry entry : Steps.entries(step.get("sysctl"))) {
            String key = entry.key().value();
            Matcher variable = OF_INTERFACE.matcher(key);
            if (variable.matches() && variable.group(2).contains(".")) {
                dotted(step, entry, file(variable));
            }
        }
    }

    private static String file(Matcher variable) {
        return "/proc/sys/"
                + variable.group(1).replace('.', '/')
                + "/"
                + variable.group(2)
                + "/"
                + variable.group(3);
    }

    private void dotted(Steps.Step step, YNode.Entry entry, String file) {
        YamlPath sysctl = step.path().key("sysctl");
        String value = Steps.text(Optional.of(entry.value()));
        String command = "echo " + ShellWords.quoted(value) + " > " + ShellWords.quoted(file);
        boolean only = Steps.entries(step.get("sysctl")).size() == 1;
        YamlPath commands = step.path().key("commands");
        var ops = new ArrayList<YamlOp>();
        ops.add(
                new YamlOp.Insert(
                        commands,
                        Steps.items(step.get("commands")).size(),
                        new YamlValue.Text(command)));
        ops.add(new YamlOp.Remove(only ? sysctl : sysctl.key(entry.key().value())));
        findings.warn(
                new Saying(
                        "kairos-sysctl-dots",
                        "Kairos takes each dot for a slash, also those in the interface's name:"
                                + " there is no such variable.",
                        "Write to " + file + " in commands."),
                sysctl.key(entry.key().value()),
                new Fix("Write it with a command", ops));
    }

    private void dns(Steps.Step step) {
        if (step.get("dns").orElse(null) instanceof YMap dns && dns.get("nameservers").isEmpty()) {
            findings.warn(
                    new Saying(
                            "kairos-dns-without-servers",
                            "Without nameservers Kairos does nothing here.",
                            "Name servers, or take dns out."),
                    step.path().key("dns"));
        }
    }

    /** The service reads its file when it starts, which is before the later stages. */
    private void clock(Steps.Step step) {
        boolean late =
                Set.of("boot", "network", "reconcile").contains(step.stage().split("\\.")[0]);
        boolean restarted =
                Steps.items(step.get("commands")).stream()
                        .anyMatch(line -> Steps.text(Optional.of(line)).contains("timesyncd"));
        if (late && !restarted && step.get("timesyncd").isPresent()) {
            findings.warn(
                    new Saying(
                            "kairos-clock-too-late",
                            "systemd-timesyncd runs already in the stage "
                                    + step.stage()
                                    + " and does not read its settings again.",
                            "Set it in the stage initramfs, or restart the service in commands."),
                    step.path().key("timesyncd"));
        }
    }

    private void entities(Steps.Step step, String list) {
        List<YNode> entities = Steps.items(step.get(list));
        for (int i = 0; i < entities.size(); i++) {
            YamlPath path = step.path().key(list).index(i);
            String text = Steps.text(entities.get(i), "entity");
            if (!text.contains("{{") && !KINDS.contains(Entity.of(text).kind())) {
                findings.warn(
                        new Saying(
                                "kairos-entity",
                                "Kairos knows no kind of entity like this and makes none.",
                                "Begin with kind: and user, group, shadow or gshadow."),
                        path.key("entity"));
            }
        }
    }

    private void encodings(Optional<YNode> list, YamlPath path) {
        List<YNode> files = Steps.items(list);
        for (int i = 0; i < files.size(); i++) {
            one(
                    files.get(i).at(YamlPath.of("encoding")),
                    ENCODINGS,
                    path.index(i).key("encoding"),
                    "kairos-encoding",
                    "Kairos cannot decode this, and writes no file.",
                    "Use base64, gzip or gzip+base64, or take it out.");
        }
    }

    private void providers(Steps.Step step) {
        List<YNode> names =
                Steps.items(step.get("datasource").flatMap(d -> d.at(YamlPath.of("providers"))));
        for (int i = 0; i < names.size(); i++) {
            one(
                    Optional.of(names.get(i)),
                    PROVIDERS,
                    step.path().key("datasource").key("providers").index(i),
                    "kairos-provider",
                    "Kairos knows no such source of data and passes over it.",
                    "Use one of " + String.join(", ", PROVIDERS.stream().sorted().toList()) + ".");
        }
    }

    private void one(
            Optional<YNode> node,
            Set<String> allowed,
            YamlPath path,
            String code,
            String message,
            String help) {
        if (node.isPresent() && !allowed.contains(Steps.text(node))) {
            findings.warn(new Saying(code, message, help), path);
        }
    }
}
