package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * No private key stands in a spec: every generation and every copy of the project would hold it.
 */
final class SecretRule implements Rule {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        for (Bound.Fields file : context.root().records("files")) {
            file.text("content")
                    .filter(content -> KEY.matcher(content.value()).find())
                    .ifPresent(
                            content ->
                                    findings.accept(
                                            Finding.at(
                                                    content.path(),
                                                    DiagnosticCode.PRIVATE_KEY,
                                                    "this file holds a private key in clear",
                                                    "Make the key on the machine, at its first"
                                                            + " boot, and consider this one lost.",
                                                    Fixes.remove(file.path()))));
        }
    }
}
