package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The release has the packages, as far as its list is at hand. With archives of others nobody knows
 * what there is, so nothing is said.
 */
final class PackageRule implements Rule {

    /** For more wrong names than a person writes, none is looked for. */
    private static final int MEANT = 50;

    /** More than a few is nothing to choose from. */
    private static final int PROVIDERS = 5;

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Bound.Fields root = context.root();
        boolean others = !root.records("repositories").isEmpty() || !root.whole("repositories");
        if (!context.archive().ready() || others) {
            return;
        }
        String release = root.record("base").text("release").map(Bound.Value::value).orElse("");
        int count = 0;
        for (Bound.Value<String> name : root.texts("packages")) {
            boolean there = context.archive().known(name.value());
            if (there || SoftwareRule.isOtherName(name.value())) {
                continue;
            }
            List<String> providers = context.archive().providers(name.value());
            if (!providers.isEmpty()) {
                findings.accept(several(name, providers));
            } else {
                Optional<String> near =
                        ++count > MEANT ? Optional.empty() : context.archive().near(name.value());
                findings.accept(unknown(name, near, release));
            }
        }
    }

    /** apt takes a virtual package only when one package provides it. */
    private static Finding several(Bound.Value<String> name, List<String> providers) {
        List<String> few = providers.stream().limit(PROVIDERS).toList();
        return Finding.at(
                name.path(),
                DiagnosticCode.UNKNOWN_PACKAGE,
                "`" + name.value() + "` is no package but what several provide",
                "Choose one of them: "
                        + String.join(", ", few)
                        + (few.equals(providers) ? "." : " …."),
                few.stream().map(each -> Fixes.set(name.path(), each)).toArray(Fix[]::new));
    }

    private static Finding unknown(
            Bound.Value<String> name, Optional<String> near, String release) {
        var fixes = new ArrayList<Fix>();
        near.ifPresent(n -> fixes.add(Fixes.set(name.path(), n)));
        fixes.add(Fixes.remove(name.path()));
        return Finding.at(
                name.path(),
                DiagnosticCode.UNKNOWN_PACKAGE,
                "Debian " + release + " has no package `" + name.value() + "`",
                near.map(n -> "Did you mean `" + n + "`?")
                        .orElse(
                                "Correct the name, or add the archive that has it to"
                                        + " `repositories`."),
                fixes.toArray(Fix[]::new));
    }
}
