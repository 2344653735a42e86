package dev.coppice.model.yaml;

import java.util.Optional;

/** Says why a change cannot be written. */
final class Writable {

    private Writable() {}

    /** What YAML cannot hold in an op's value or key, if anything. */
    static Optional<String> problem(YamlOp op) {
        boolean holds =
                switch (op) {
                    case YamlOp.Set set -> isWhole(set.value()) && isWhole(set.path().toString());
                    case YamlOp.Insert insert ->
                            isWhole(insert.value()) && isWhole(insert.list().toString());
                    case YamlOp.Rename rename -> isWhole(rename.key());
                    case YamlOp.Remove remove -> true;
                    case YamlOp.RemoveDuplicate remove -> true;
                    case YamlOp.Move move -> true;
                    case YamlOp.Reorder reorder -> true;
                    case YamlOp.Reshape reshape -> true;
                };
        return holds
                ? Optional.empty()
                : Optional.of("The text holds half a character (a lone surrogate). Remove it.");
    }

    private static boolean isWhole(YamlValue value) {
        return switch (value) {
            case YamlValue.Text text -> isWhole(text.value());
            case YamlValue.Int i -> true;
            case YamlValue.Bool b -> true;
            case YamlValue.Items list -> list.items().stream().allMatch(Writable::isWhole);
            case YamlValue.Fields map ->
                    map.fields().entrySet().stream()
                            .allMatch(e -> isWhole(e.getKey()) && isWhole(e.getValue()));
        };
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    /** Why no edit did what it should. */
    static String whyNot(YamlOp op, YamlPatcher.Reading before) {
        YamlPath path = pathOf(op);
        Raw root = before.document().root().orElse(null);
        if (root != null && op instanceof YamlOp.Reshape reshape) {
            Optional<String> reason = FormPlanner.objection(root, reshape, before.text());
            if (reason.isPresent()) {
                return reason.get();
            }
        }
        if (root != null) {
            Located found = Located.find(root, path);
            Optional<Raw> anchored =
                    found.nodes().stream().filter(n -> !n.props().anchor().isEmpty()).findFirst();
            if (anchored.isPresent()) {
                return ("\"%s\" is part of \"&%s\", which is used elsewhere too. Change it in"
                                + " the text, where you see both.")
                        .formatted(path, anchored.get().props().anchor());
            }
        }
        return ("\"%s\" cannot be changed here without rewriting what stands around it. Change it"
                        + " in the text.")
                .formatted(path);
    }

    private static YamlPath pathOf(YamlOp op) {
        return switch (op) {
            case YamlOp.Set set -> set.path();
            case YamlOp.Insert insert -> insert.list();
            case YamlOp.Remove remove -> remove.path();
            case YamlOp.RemoveDuplicate remove -> remove.path();
            case YamlOp.Rename rename -> rename.path();
            case YamlOp.Move move -> move.path();
            case YamlOp.Reorder reorder -> reorder.list();
            case YamlOp.Reshape reshape -> reshape.path();
        };
    }
}
