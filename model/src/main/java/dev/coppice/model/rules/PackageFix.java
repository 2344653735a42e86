package dev.coppice.model.rules;

import dev.coppice.model.diag.Fix;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.List;

/** The fix that installs a package. */
final class PackageFix {

    private PackageFix() {}

    static Fix add(String name, RuleContext context) {
        int count = context.root().texts("packages").size();
        return new Fix(
                "Add " + name + " to packages",
                List.of(
                        new YamlOp.Insert(
                                YamlPath.of("packages"), count, new YamlValue.Text(name))));
    }
}
