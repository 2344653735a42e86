package dev.coppice.model.rules;

import dev.coppice.model.bind.Fixes;
import dev.coppice.model.bind.RawValues;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.nixos.KnownMistakes;
import dev.coppice.model.nixos.OptionFinding;
import dev.coppice.model.nixos.OptionFinding.Kind;
import dev.coppice.model.nixos.OptionPath;
import dev.coppice.model.rules.known.Known;
import dev.coppice.model.rules.known.Lazy;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The raw settings for NixOS are options that it has, with values that they take, as far as the
 * table of its options is at hand; and keys that NixOS takes unread mean something to who reads
 * them.
 */
final class NixosRule implements Rule {

    /** The path of a setting itself: {@code targets.nixos.NAME}. */
    private static final int TOP = 3;

    private final Lazy<KnownMistakes> mistakes;

    NixosRule(Known known) {
        this.mistakes = new Lazy<>(() -> new KnownMistakes(known));
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        context.root()
                .record("targets")
                .raw("nixos")
                .filter(raw -> !raw.entries().isEmpty())
                .ifPresent(
                        raw ->
                                mistakes.get()
                                        .of(context.options(), RawValues.of(raw))
                                        .forEach(each -> findings.accept(finding(each))));
    }

    private static Finding finding(OptionFinding found) {
        Fix[] fixes = fix(found).stream().toArray(Fix[]::new);
        DiagnosticCode code = code(found.kind());
        return found.kind() == Kind.WRONG_TYPE
                ? Finding.at(found.path(), code, found.message(), found.help(), fixes)
                : Finding.atKey(found.path(), code, found.message(), found.help(), fixes);
    }

    private static DiagnosticCode code(Kind kind) {
        return switch (kind) {
            case UNKNOWN -> DiagnosticCode.UNKNOWN_OPTION;
            case RENAMED, REMOVED -> DiagnosticCode.OLD_OPTION;
            case WRONG_TYPE -> DiagnosticCode.BAD_OPTION_VALUE;
            case READ_ONLY -> DiagnosticCode.FIXED_OPTION;
            case UNKNOWN_KEY -> DiagnosticCode.UNREAD_KEY;
        };
    }

    private static Optional<Fix> fix(OptionFinding found) {
        if (found.kind() == Kind.REMOVED || found.kind() == Kind.READ_ONLY) {
            return Optional.of(Fixes.remove(found.path()));
        }
        return found.instead().flatMap(instead -> rename(found, instead));
    }

    /** A setting at the top may get any path; a key below only another name at the same place. */
    private static Optional<Fix> rename(OptionFinding found, String instead) {
        YamlPath path = found.path();
        if (!(path.steps().getLast() instanceof YamlPath.Key(String key))) {
            return Optional.empty();
        }
        boolean top = path.steps().size() == TOP;
        List<String> names = OptionPath.parse(instead);
        if (found.kind() == Kind.UNKNOWN_KEY) {
            return Optional.of(Fixes.rename(path, top ? swapped(key, List.of(instead)) : instead));
        }
        if (top) {
            return Optional.of(Fixes.rename(path, whole(key, names, found.kind())));
        }
        return found.kind() == Kind.UNKNOWN
                ? Optional.of(Fixes.rename(path, names.getLast()))
                : Optional.empty();
    }

    /** The path with its last name replaced. */
    private static String swapped(String key, List<String> last) {
        List<String> path = OptionPath.parse(key);
        var names = new ArrayList<>(path.subList(0, path.size() - 1));
        names.addAll(last);
        return OptionPath.shown(names);
    }

    /** What is unknown may be a name in the middle: the names behind it stay. */
    private static String whole(String key, List<String> names, Kind kind) {
        List<String> path = OptionPath.parse(key);
        var all = new ArrayList<>(names);
        if (kind == Kind.UNKNOWN && path.size() > names.size()) {
            all.addAll(path.subList(names.size(), path.size()));
        }
        return OptionPath.shown(all);
    }
}
