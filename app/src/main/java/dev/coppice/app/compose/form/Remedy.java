package dev.coppice.app.compose.form;

import dev.coppice.app.compose.form.dialog.FormTools;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;
import dev.coppice.runner.host.HashMethod;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Something that mends a finding at a click.
 *
 * @param label what it does
 */
public record Remedy(String label, Runnable action) {

    private static final String HASH_KEY = "hashedPassword";

    /** The fixes of a finding, and what only a person's own computer can do. */
    static List<Remedy> of(Diagnostic finding, FormContext context) {
        return of(
                finding,
                new Means(context.tools(), context.document(), context.fixes(), context.actions()));
    }

    /**
     * What remedies work with.
     *
     * @param document the document as it was last read
     */
    public record Means(
            FormTools tools,
            Supplier<Optional<YNode>> document,
            FixAction fixes,
            FormActions actions) {}

    /** The fixes of a finding, and what only a person's own computer can do. */
    public static List<Remedy> of(Diagnostic finding, Means context) {
        var all = new ArrayList<Remedy>();
        if (finding.code().equals(DiagnosticCode.CLEAR_PASSWORD.id())
                && finding.path().toString().startsWith("users")) {
            all.add(new Remedy("Hash this password", () -> hash(finding.path(), context)));
        }
        finding.fixes()
                .forEach(fix -> all.add(new Remedy(fix.label(), () -> context.fixes().apply(fix))));
        return all;
    }

    /** Writes the hash where hashes stand, and takes the password out of the text. */
    private static void hash(YamlPath path, Means context) {
        char[] password =
                context.document()
                        .get()
                        .flatMap(root -> root.at(path))
                        .filter(YScalar.class::isInstance)
                        .map(node -> ((YScalar) node).value().toCharArray())
                        .orElse(new char[0]);
        if (password.length == 0) {
            return;
        }
        HashMethod best = context.tools().hasher().methods().getFirst();
        CompletableFuture.supplyAsync(
                        () -> context.tools().hasher().hash(best, password),
                        context.tools().background())
                .thenAcceptAsync(hash -> write(path, hash, context), context.tools().ui());
    }

    private static void write(YamlPath path, String hash, Means context) {
        YamlPath right = path.parent().key(HASH_KEY);
        var ops = new ArrayList<YamlOp>();
        if (!path.equals(right)) {
            ops.add(new YamlOp.Remove(path));
        }
        ops.add(new YamlOp.Set(right, new YamlValue.Text(hash)));
        context.actions().left();
        context.actions().change("Hash the password", ops);
        context.actions().left();
    }
}
