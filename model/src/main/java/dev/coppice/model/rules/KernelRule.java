package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;

import java.util.Set;
import java.util.function.Consumer;

/** Boot parameters leave alone what Coppice needs to start the machine. */
final class KernelRule implements Rule {

    private static final Set<String> RESERVED =
            Set.of("root", "rootfstype", "rootflags", "init", "rdinit", "ro", "rw", "initrd");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        for (Bound.Value<String> word : context.root().record("kernel").texts("parameters")) {
            String name = word.value().replaceFirst("=.*", "");
            if (RESERVED.contains(name)) {
                findings.accept(
                        Finding.at(
                                word.path(),
                                DiagnosticCode.RESERVED_PARAMETER,
                                "`"
                                        + name
                                        + "` is set by Coppice; the machine may not start"
                                        + " with another one",
                                "Remove it.",
                                Fixes.remove(word.path())));
            }
        }
    }
}
