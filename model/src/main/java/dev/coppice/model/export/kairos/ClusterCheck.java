package dev.coppice.model.export.kairos;

import dev.coppice.model.bind.Fixes;
import dev.coppice.model.export.kairos.KairosFindings.Saying;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.List;
import java.util.Optional;

/** A cluster that is set up and not started, and bundles whose failures nobody hears of. */
final class ClusterCheck {

    private final KairosFindings findings;

    ClusterCheck(KairosFindings findings) {
        this.findings = findings;
    }

    void check(YNode root) {
        // A peer-to-peer cluster starts them itself.
        boolean alone = root.at(YamlPath.of("p2p")).isEmpty();
        for (String name : List.of("k3s", "k3s-agent", "k0s", "k0s-worker")) {
            if (alone && root.at(YamlPath.of(name)).orElse(null) instanceof YMap map) {
                enabled(map, name);
            }
        }
        bundles(root, YamlPath.of("bundles"));
        bundles(root, YamlPath.of("install", "bundles"));
    }

    private void enabled(YMap map, String name) {
        // A misspelt key is found as such.
        if (map.get("enabled").isPresent() || map.get("enable").isPresent()) {
            return;
        }
        YamlPath path = YamlPath.of(name);
        findings.warn(
                new Saying(
                        "kairos-not-enabled",
                        "Kairos does not start " + name + ": it is not enabled.",
                        "Add enabled: true."),
                path,
                Fixes.add(path.key("enabled"), new YamlValue.Bool(true)));
    }

    private void bundles(YNode root, YamlPath path) {
        YamlPath fail = YamlPath.of("fail_on_bundles_errors");
        Optional<YNode> said = root.at(fail);
        if (!Steps.items(root.at(path)).isEmpty() && said.isEmpty()) {
            findings.note(
                    new Saying(
                            "kairos-quiet-bundles",
                            "Kairos goes on without a word when a bundle cannot be installed.",
                            "Add fail_on_bundles_errors: true, or false to say that it may fail."),
                    path,
                    Fixes.add(fail, new YamlValue.Bool(true)));
        }
    }
}
