package dev.coppice.model.export.nixos;

import dev.coppice.model.yaml.YamlPath;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A value of the Nix language, before it is written. */
sealed interface NixValue {

    /** A string. */
    record Text(String text) implements NixValue {}

    /** A whole number. */
    record Num(long number) implements NixValue {}

    /** True or false. */
    record Bool(boolean value) implements NixValue {}

    /** An expression that stands as it is: {@code pkgs.zsh}. */
    record Code(String code) implements NixValue {}

    /**
     * A list.
     *
     * @param scope what stands before it: {@code with pkgs;} or nothing
     */
    record Items(String scope, List<Item> items) implements NixValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A set of attributes. */
    record Attrs(SequencedMap<String, NixValue> entries) implements NixValue {
        public Attrs {
            entries = new LinkedHashMap<>(entries);
        }

        /** The same with one more. */
        Attrs with(String name, NixValue value) {
            var more = new LinkedHashMap<>(entries);
            more.put(name, value);
            return new Attrs(more);
        }
    }

    /** A function's result: {@code lib.mkForce [ ]}. */
    record Applied(String function, NixValue argument) implements NixValue {}

    /**
     * An item of a list, or only a remark in its place.
     *
     * @param value empty for a remark
     * @param remark without the {@code #}; empty for none
     */
    record Item(Optional<NixValue> value, String remark, List<YamlPath> origins) {
        public Item {
            origins = List.copyOf(origins);
        }

        static Item of(NixValue value, List<YamlPath> origins) {
            return new Item(Optional.of(value), "", origins);
        }

        static Item remark(String remark, List<YamlPath> origins) {
            return new Item(Optional.empty(), remark, origins);
        }
    }

    static NixValue of(boolean value) {
        return new Bool(value);
    }

    static NixValue of(long number) {
        return new Num(number);
    }

    static NixValue of(String text) {
        return new Text(text);
    }

    static NixValue code(String code) {
        return new Code(code);
    }

    /** An attribute set without entries. */
    static Attrs attrs() {
        return new Attrs(new LinkedHashMap<>());
    }

    /** A list of values. */
    static Items list(NixValue... values) {
        return list(Arrays.asList(values));
    }

    /** A list of values. */
    static Items list(List<? extends NixValue> values) {
        return new Items("", values.stream().map(each -> Item.of(each, List.of())).toList());
    }

    /** A list of strings. */
    static Items texts(List<String> texts) {
        return list(texts.stream().map(NixValue::of).toList());
    }

    /** A number when the text is nothing else, so that it reads as NixOS users write it. */
    static NixValue numberOr(String text) {
        return text.matches("0|-?[1-9][0-9]{0,17}") ? of(Long.parseLong(text)) : of(text);
    }
}
