package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Closest;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.rules.known.Region;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Languages and keyboards exist, and languages that are used are made. */
final class LanguageRule implements Rule {

    private static final String PLAIN = "C.UTF-8";

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Bound.Fields root = context.root();
        var made = new HashSet<String>(Set.of(PLAIN));
        root.text("locale").ifPresent(locale -> made.add(locale.value()));
        root.texts("locales").forEach(locale -> made.add(locale.value()));
        root.text("locale").ifPresent(l -> exists(l, context, findings));
        root.texts("locales").forEach(l -> exists(l, context, findings));
        Bound.Fields settings = root.record("localeSettings");
        for (String category : settings.entries().keySet()) {
            settings.text(category)
                    .ifPresent(
                            locale -> {
                                boolean known = exists(locale, context, findings);
                                boolean whole = root.whole("locales") && root.whole("locale");
                                if (known && whole && !made.contains(locale.value())) {
                                    notMade(locale, root, findings);
                                }
                            });
        }
        keyboard(root, context, findings);
    }

    private static boolean exists(
            Bound.Value<String> locale, RuleContext context, Consumer<Finding> findings) {
        String name = locale.value();
        if (!locale.written() || name.equals(PLAIN)) {
            return true;
        }
        Region region = context.known().region();
        if (region.hasLocale(name)) {
            return true;
        }
        Optional<String> near = region.nearLocale(name);
        findings.accept(
                Finding.at(
                        locale.path(),
                        DiagnosticCode.UNKNOWN_LOCALE,
                        "there is no locale `" + name + "`",
                        near.map(n -> "Did you mean `" + n + "`?")
                                .orElse("`locale -a` and /usr/share/i18n/SUPPORTED show all."),
                        near.map(n -> new Fix[] {Fixes.set(locale.path(), n)}).orElse(new Fix[0])));
        return false;
    }

    private static void notMade(
            Bound.Value<String> locale, Bound.Fields root, Consumer<Finding> findings) {
        int count = root.texts("locales").size();
        findings.accept(
                Finding.at(
                        locale.path(),
                        DiagnosticCode.LOCALE_NOT_MADE,
                        "`" + locale.value() + "` is used here, but not made",
                        "Add it to `locales`.",
                        new Fix(
                                "Add " + locale.value() + " to locales",
                                List.of(
                                        new YamlOp.Insert(
                                                YamlPath.of("locales"),
                                                count,
                                                new YamlValue.Text(locale.value()))))));
    }

    private static void keyboard(
            Bound.Fields root, RuleContext context, Consumer<Finding> findings) {
        Bound.Fields console = root.record("console");
        Optional<Bound.Value<String>> layout = root.text("keyboard").filter(Bound.Value::written);
        layout.ifPresent(
                l -> word(l, "layout", () -> context.known().region().layouts(), findings));
        console.text("keyboardModel")
                .ifPresent(
                        m -> word(m, "model", () -> context.known().region().models(), findings));
        console.texts("keyboardOptions")
                .forEach(
                        o -> word(o, "option", () -> context.known().region().options(), findings));
        String effective = root.text("keyboard").map(Bound.Value::value).orElse("us");
        if (root.whole("keyboard")) {
            console.text("keyboardVariant")
                    .ifPresent(
                            v ->
                                    word(
                                            v,
                                            "variant of the layout `" + effective + "`",
                                            () -> context.known().region().variants(effective),
                                            findings));
        }
    }

    private interface Choices {
        Collection<String> get();
    }

    private static void word(
            Bound.Value<String> written, String what, Choices choices, Consumer<Finding> findings) {
        Collection<String> known = choices.get();
        if (known.contains(written.value())) {
            return;
        }
        Optional<String> near = Closest.to(written.value(), known);
        findings.accept(
                Finding.at(
                        written.path(),
                        DiagnosticCode.UNKNOWN_KEYBOARD,
                        "there is no keyboard " + what + " `" + written.value() + "`",
                        near.map(n -> "Did you mean `" + n + "`?")
                                .orElse(
                                        "`localectl list-x11-keymap-layouts` and its like show"
                                                + " all."),
                        near.map(n -> new Fix[] {Fixes.set(written.path(), n)})
                                .orElse(new Fix[0])));
    }
}
