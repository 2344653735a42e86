package dev.coppice.model.export.kairos;

import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.export.kairos.KairosFindings.Saying;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What needs the network in a stage that does not wait for it. {@code boot} belongs to systemd's
 * multi-user target and may run before or after the network is there.
 */
final class NetworkCheck {

    private static final Set<String> NONE_YET = Set.of("rootfs", "initramfs", "fs");
    private static final Set<String> FETCHING = Set.of("downloads", "git", "unpack_images");

    /** What may stand beside it in a step that is moved to another stage. */
    private static final Set<String> HARMLESS =
            Set.of(
                    "name",
                    "node",
                    "if",
                    "if_files",
                    "only_os",
                    "only_os_version",
                    "only_arch",
                    "only_service_manager");

    private final KairosFindings findings;

    NetworkCheck(KairosFindings findings) {
        this.findings = findings;
    }

    void check(YNode root) {
        List<Steps.Step> steps = Steps.of(root);
        for (Steps.Step step : steps) {
            String stage = step.stage().replaceFirst("\\.(before|after)$", "");
            if (NONE_YET.contains(stage) || stage.equals("boot")) {
                Optional<Fix> fix = move(root, steps, step.stage());
                FETCHING.stream()
                        .sorted()
                        .filter(key -> step.get(key).isPresent())
                        .forEach(key -> fetches(step, stage, step.path().key(key), fix));
                keys(step, stage);
            }
        }
    }

    private void fetches(Steps.Step step, String stage, YamlPath path, Optional<Fix> fix) {
        String message =
                NONE_YET.contains(stage)
                        ? "There is no network yet in the stage " + step.stage() + "."
                        : "The stage "
                                + step.stage()
                                + " does not wait for the network: now and then it is not there"
                                + " yet, and nothing is tried again.";
        findings.warn(
                new Saying("kairos-no-network", message, "Do it in the stage network."),
                path,
                fix.stream().toArray(Fix[]::new));
    }

    /** A whole stage can be renamed when it does nothing else and the other is not there. */
    private static Optional<Fix> move(YNode root, List<Steps.Step> steps, String stage) {
        boolean alone =
                steps.stream()
                        .filter(step -> step.stage().equals(stage))
                        .flatMap(step -> step.node().entries().stream())
                        .map(entry -> entry.key().value())
                        .allMatch(key -> FETCHING.contains(key) || HARMLESS.contains(key));
        YamlPath stages = YamlPath.of("stages");
        return alone && root.at(stages.key("network")).isEmpty()
                ? Optional.of(Fixes.rename(stages.key(stage), "network"))
                : Optional.empty();
    }

    /** Keys of people that are fetched from GitHub and others. */
    private void keys(Steps.Step step, String stage) {
        for (YNode.Entry user : Steps.entries(step.get("users"))) {
            YamlPath path = step.path().key("users").key(user.key().value());
            keys(
                    step,
                    stage,
                    user.value().at(YamlPath.of("ssh_authorized_keys")),
                    path.key("ssh_authorized_keys"));
        }
        for (YNode.Entry user : Steps.entries(step.get("authorized_keys"))) {
            YamlPath path = step.path().key("authorized_keys").key(user.key().value());
            keys(step, stage, Optional.of(user.value()), path);
        }
    }

    private void keys(Steps.Step step, String stage, Optional<YNode> list, YamlPath path) {
        List<YNode> keys = Steps.items(list);
        for (int i = 0; i < keys.size(); i++) {
            String key = Steps.text(Optional.of(keys.get(i)));
            if (Stream.of("github:", "gitlab:", "http://", "https://").anyMatch(key::startsWith)) {
                fetches(step, stage, path.index(i), Optional.empty());
            }
        }
    }
}
