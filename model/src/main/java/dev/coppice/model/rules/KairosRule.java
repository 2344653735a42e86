package dev.coppice.model.rules;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.export.kairos.KairosCheck;
import dev.coppice.model.export.kairos.KairosFinding;
import dev.coppice.model.rules.known.Lazy;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;

import java.util.Set;
import java.util.function.Consumer;

/** The raw settings for Kairos are some that it reads: it takes others without a word. */
final class KairosRule implements Rule {

    /** What is found in the text already. */
    private static final Set<String> KNOWN = Set.of("kairos-key-twice");

    private static final YamlPath RAW = YamlPath.of("targets", "kairos");

    private final Lazy<KairosCheck> check = new Lazy<>(KairosCheck::new);

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        boolean sure =
                context.root().whole("groups")
                        && context.root().whole("users")
                        && context.inventory().knowsPackages();
        context.root()
                .record("targets")
                .raw("kairos")
                .ifPresent(
                        raw ->
                                check
                                        .get()
                                        .check(
                                                raw,
                                                false,
                                                group ->
                                                        !sure
                                                                || context.inventory()
                                                                        .hasGroup(group))
                                        .stream()
                                        .filter(found -> !KNOWN.contains(found.code()))
                                        .map(KairosRule::finding)
                                        .forEach(findings));
    }

    private static Finding finding(KairosFinding found) {
        YamlPath path = RAW.append(found.path());
        String message = found.message().replaceFirst("\\.$", "");
        Fix[] fixes = found.fix().map(KairosRule::inSpec).stream().toArray(Fix[]::new);
        return found.aboutKey()
                ? Finding.atKey(path, code(found), message, found.help(), fixes)
                : Finding.at(path, code(found), message, found.help(), fixes);
    }

    private static DiagnosticCode code(KairosFinding found) {
        return switch (found.code()) {
            case "kairos-no-group" -> DiagnosticCode.KAIROS_GROUP;
            case "kairos-no-network" -> DiagnosticCode.KAIROS_NETWORK;
            case "kairos-sysctl-dots" -> DiagnosticCode.KAIROS_SYSCTL;
            case "kairos-layout-rest" -> DiagnosticCode.KAIROS_LAYOUT;
            case "kairos-read-only" -> DiagnosticCode.KAIROS_READ_ONLY;
            default ->
                    switch (found.severity()) {
                        case ERROR -> DiagnosticCode.KAIROS_LOST;
                        case WARNING -> DiagnosticCode.KAIROS_IGNORED;
                        case INFO -> DiagnosticCode.KAIROS_DEPENDS;
                    };
        };
    }

    private static Fix inSpec(Fix fix) {
        return new Fix(fix.label(), fix.ops().stream().map(KairosRule::inSpec).toList());
    }

    /** The same change where the cloud-config stands in the spec. */
    private static YamlOp inSpec(YamlOp op) {
        return switch (op) {
            case YamlOp.Set(var at, var value) -> new YamlOp.Set(RAW.append(at), value);
            case YamlOp.Remove(var at) -> new YamlOp.Remove(RAW.append(at));
            case YamlOp.Insert(var at, var index, var value) ->
                    new YamlOp.Insert(RAW.append(at), index, value);
            case YamlOp.Rename(var at, var key) -> new YamlOp.Rename(RAW.append(at), key);
            case YamlOp.RemoveDuplicate(var at) -> new YamlOp.RemoveDuplicate(RAW.append(at));
            case YamlOp.Move(var at, var to) -> new YamlOp.Move(RAW.append(at), to);
            case YamlOp.Reorder(var at, var order) -> new YamlOp.Reorder(RAW.append(at), order);
            case YamlOp.Reshape(var at, var flow) -> new YamlOp.Reshape(RAW.append(at), flow);
        };
    }
}
