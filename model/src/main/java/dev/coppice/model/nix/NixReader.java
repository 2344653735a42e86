package dev.coppice.model.nix;

import dev.coppice.model.nix.NixData.Attrs;
import dev.coppice.model.nix.NixData.Bool;
import dev.coppice.model.nix.NixData.Items;
import dev.coppice.model.nix.NixData.Placed;
import dev.coppice.model.nix.NixData.Symbol;
import dev.coppice.model.nix.NixData.Text;
import dev.coppice.model.nix.NixExpr.Binding;
import dev.coppice.model.nix.NixExpr.Part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Works out what a module of NixOS says, without Nix: literals, names that are bound to literals,
 * and a few functions of {@code lib}. Anything else is {@link NixData.Unknown} in its place. Total,
 * and bounded in time: a text that asks for too much gets no more answers.
 */
public final class NixReader {

    private static final int MOST_STEPS = 300_000;
    private static final int DEEPEST = 400;
    private static final int LONGEST = 100_000;

    private final String file;
    private int steps;
    private int depth;

    private NixReader(String file) {
        this.file = file;
    }

    /**
     * The value of a text. A function gives its result, with its parameters as names of nixpkgs.
     *
     * @param file what the file is called; empty for the first one
     */
    public static Placed read(String file, NixExpr expression) {
        return new NixReader(file).module(expression, NixScope.empty());
    }

    private Placed module(NixExpr expression, NixScope scope) {
        if (expression instanceof NixExpr.Lambda lambda) {
            NixScope inner = scope.inner();
            for (String name : lambda.parameters()) {
                inner.define(name, () -> place(lambda, new Symbol(List.of(name))));
            }
            return module(lambda.body(), inner);
        } else if (expression instanceof NixExpr.Let let) {
            return module(let.body(), bound(let.bindings(), scope));
        } else if (expression instanceof NixExpr.With with) {
            return module(with.body(), scope.with(value(with.scope(), scope)));
        }
        return value(expression, scope);
    }

    private Placed place(NixExpr expression, NixData data) {
        return new Placed(data, file, expression.start(), expression.end(), 100);
    }

    private Placed unknown(NixExpr expression, String why) {
        return place(expression, new NixData.Unknown(why));
    }

    private Placed value(NixExpr expression, NixScope scope) {
        if (depth >= DEEPEST || steps >= MOST_STEPS) {
            return unknown(expression, "It is too much to be worked out without Nix.");
        }
        steps++;
        depth++;
        Placed value = any(expression, scope);
        depth--;
        return value;
    }

    private Placed any(NixExpr expression, NixScope scope) {
        return switch (expression) {
            case NixExpr.Int it -> place(it, new NixData.Int(it.number()));
            case NixExpr.Decimal it -> place(it, new NixData.Decimal(it.text()));
            case NixExpr.PathTo it -> place(it, new NixData.PathTo(it.path()));
            case NixExpr.Text it -> text(it, scope);
            case NixExpr.Name it -> name(it, scope);
            case NixExpr.Items it ->
                    place(
                            it,
                            new Items(
                                    it.items().stream()
                                            .map(each -> value(each, scope))
                                            .filter(e -> !(e.data() instanceof NixData.Absent))
                                            .toList()));
            case NixExpr.Attrs it -> attrs(it, scope);
            case NixExpr.Select it -> select(it, scope);
            case NixExpr.Has it -> has(it, scope);
            case NixExpr.Apply it -> apply(it, scope);
            case NixExpr.Let it -> again(it, value(it.body(), bound(it.bindings(), scope)));
            case NixExpr.With it ->
                    again(it, value(it.body(), scope.with(value(it.scope(), scope))));
            case NixExpr.Assert it -> value(it.body(), scope);
            case NixExpr.If it ->
                    value(it.condition(), scope).data() instanceof Bool(boolean holds)
                            ? again(it, value(holds ? it.yes() : it.no(), scope))
                            : unknown(it, "Its condition needs Nix.");
            case NixExpr.Operation it -> operation(it, scope);
            case NixExpr.Prefixed it -> prefixed(it, scope);
            case NixExpr.Lambda it -> unknown(it, "It is a function.");
            case NixExpr.Unread it -> unknown(it, "It is not the Nix language.");
        };
    }

    /** The value stands where the whole expression does. */
    private Placed again(NixExpr expression, Placed value) {
        return new Placed(value.data(), file, expression.start(), expression.end(), value.rank());
    }

    private Placed text(NixExpr.Text text, NixScope scope) {
        var out = new StringBuilder();
        for (Part part : text.parts()) {
            Optional<String> chars = chars(part, scope);
            if (chars.isEmpty() || out.length() > LONGEST * 10) {
                return unknown(text, "A part of the text needs Nix.");
            }
            out.append(chars.get());
        }
        return place(text, new Text(out.toString()));
    }

    private Optional<String> chars(Part part, NixScope scope) {
        return switch (part) {
            case Part.Chars(String chars) -> Optional.of(chars);
            case Part.Inner(NixExpr inner) ->
                    value(inner, scope).data() instanceof Text(String chars)
                            ? Optional.of(chars)
                            : Optional.empty();
        };
    }

    private Placed name(NixExpr.Name name, NixScope scope) {
        Optional<Placed> found = scope.find(name.name());
        if (found.isPresent()) {
            return again(name, found.get());
        }
        switch (name.name()) {
            case "true", "false" -> {
                return place(name, new Bool(name.name().equals("true")));
            }
            case "null" -> {
                return place(name, new NixData.Null());
            }
            default -> {}
        }
        return scope.findWith(name.name())
                .map(set -> again(name, attribute(name, set, name.name())))
                .orElseGet(() -> place(name, new Symbol(List.of(name.name()))));
    }

    private Placed attribute(NixExpr at, Placed of, String name) {
        return switch (of.data()) {
            case Symbol symbol -> {
                var path = new ArrayList<>(symbol.path());
                path.add(name);
                yield place(at, new Symbol(path));
            }
            case Attrs attrs when attrs.entries().containsKey(name) ->
                    again(at, attrs.entries().get(name));
            default -> unknown(at, "It needs Nix.");
        };
    }

    private Placed select(NixExpr.Select select, NixScope scope) {
        Placed of = value(select.of(), scope);
        for (Part part : select.path()) {
            Optional<String> name = chars(part, scope);
            if (name.isEmpty()) {
                return unknown(select, "The name of an attribute needs Nix.");
            }
            boolean lacks =
                    of.data() instanceof Attrs attrs
                            && !attrs.entries().containsKey(name.get())
                            && attrs.loose().isEmpty();
            if (lacks && select.otherwise().isPresent()) {
                return again(select, value(select.otherwise().get(), scope));
            }
            of = attribute(select, of, name.get());
        }
        return of;
    }

    private Placed has(NixExpr.Has has, NixScope scope) {
        Placed of = value(has.of(), scope);
        for (Part part : has.path()) {
            Optional<String> name = chars(part, scope);
            if (name.isEmpty() || !(of.data() instanceof Attrs attrs)) {
                return unknown(has, "It needs Nix.");
            }
            Placed next = attrs.entries().get(name.get());
            if (next == null) {
                return place(has, new Bool(false));
            }
            of = next;
        }
        return place(has, new Bool(true));
    }

    private Placed apply(NixExpr.Apply apply, NixScope scope) {
        var arguments = new ArrayList<NixExpr>();
        NixExpr head = apply;
        while (head instanceof NixExpr.Apply each) {
            arguments.addFirst(each.argument());
            head = each.function();
        }
        if (!(value(head, scope).data() instanceof Symbol function)) {
            return unknown(apply, "The result of a function needs Nix.");
        }
        List<Placed> values = arguments.stream().map(each -> value(each, scope)).toList();
        return NixFunctions.apply(function.path(), values, place(apply, new NixData.Null()))
                .orElseGet(() -> unknown(apply, "The result of a function needs Nix."));
    }

    private Placed operation(NixExpr.Operation operation, NixScope scope) {
        NixData left = value(operation.left(), scope).data();
        NixData right = value(operation.right(), scope).data();
        NixData made =
                switch (operation.operator()) {
                    case "++" -> NixOperators.joined(left, right);
                    case "//" -> NixOperators.updated(left, right);
                    case "+" -> NixOperators.sum(left, right);
                    case "==", "!=" -> NixOperators.same(left, right, operation.operator());
                    case "&&", "||", "->" -> NixOperators.logic(left, right, operation.operator());
                    default -> new NixData.Unknown("It needs Nix.");
                };
        return place(operation, NixOperators.isLong(made, LONGEST) ? tooMuch() : made);
    }

    private static NixData tooMuch() {
        return new NixData.Unknown("It is too much to be worked out without Nix.");
    }

    private Placed prefixed(NixExpr.Prefixed prefixed, NixScope scope) {
        NixData value = value(prefixed.value(), scope).data();
        return switch (value) {
            case Bool(boolean on) when prefixed.operator().equals("!") ->
                    place(prefixed, new Bool(!on));
            case NixData.Int(long number) when prefixed.operator().equals("-") ->
                    place(prefixed, new NixData.Int(-number));
            default -> unknown(prefixed, "It needs Nix.");
        };
    }

    private Placed attrs(NixExpr.Attrs attrs, NixScope scope) {
        NixScope inside = attrs.recursive() ? bound(attrs.bindings(), scope) : scope;
        Placed whole = place(attrs, new Attrs(new LinkedHashMap<>(), List.of()));
        for (Binding binding : attrs.bindings()) {
            switch (binding) {
                case Binding.Set set -> {
                    Placed value = value(set.value(), inside);
                    Placed here =
                            new Placed(
                                    value.data(),
                                    file,
                                    set.start(),
                                    Math.max(set.start(), set.value().end()),
                                    value.rank());
                    whole = NixMerge.merge(whole, at(set.path(), here, inside));
                }
                case Binding.Inherit inherit -> {
                    for (String name : inherit.names()) {
                        Placed value = inherited(inherit, name, scope);
                        whole = NixMerge.merge(whole, NixMerge.nested(List.of(name), value));
                    }
                }
            }
        }
        return whole;
    }

    private Placed inherited(Binding.Inherit inherit, String name, NixScope scope) {
        var here = new NixExpr.Name(name, inherit.start(), inherit.start() + "inherit".length());
        return inherit.from()
                .map(from -> attribute(here, value(from, scope), name))
                .orElseGet(() -> name(here, scope));
    }

    /** A value at a path of attributes; loose when the path needs Nix. */
    private Placed at(List<Part> path, Placed value, NixScope scope) {
        var names = new ArrayList<String>();
        for (Part part : path) {
            Optional<String> name = chars(part, scope);
            if (name.isEmpty()) {
                return loose(names, value, "The name of an attribute needs Nix.");
            }
            names.add(name.get());
        }
        return names.isEmpty()
                ? loose(names, value, "It is not the Nix language.")
                : NixMerge.nested(names, value);
    }

    private static Placed loose(List<String> names, Placed value, String why) {
        Placed unknown = value.with(new NixData.Unknown(why));
        Placed set = value.with(new Attrs(new LinkedHashMap<>(), List.of(unknown)));
        return names.isEmpty() ? set : NixMerge.nested(names, set);
    }

    private NixScope bound(List<Binding> bindings, NixScope scope) {
        NixScope inner = scope.inner();
        var sets = new LinkedHashMap<String, List<Binding.Set>>();
        for (Binding binding : bindings) {
            switch (binding) {
                case Binding.Set set -> {
                    if (!set.path().isEmpty() && set.path().getFirst() instanceof Part.Chars name) {
                        sets.computeIfAbsent(name.text(), it -> new ArrayList<>()).add(set);
                    }
                }
                case Binding.Inherit inherit ->
                        inherit.names()
                                .forEach(
                                        name ->
                                                inner.define(
                                                        name,
                                                        () -> inherited(inherit, name, scope)));
            }
        }
        sets.forEach((name, all) -> inner.define(name, () -> defined(all, inner)));
        return inner;
    }

    private Placed defined(List<Binding.Set> sets, NixScope scope) {
        return sets.stream()
                .map(
                        set -> {
                            Placed value = value(set.value(), scope);
                            List<Part> below = set.path().subList(1, set.path().size());
                            return below.isEmpty() ? value : at(below, value, scope);
                        })
                .reduce(NixMerge::merge)
                .orElseThrow();
    }
}
