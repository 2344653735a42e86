package dev.coppice.model.analysis;

import dev.coppice.model.examples.Example;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.guide.Guides;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.SpecSchema;

import java.util.ArrayList;
import java.util.List;

/** Right and wrong specs of every kind. */
public final class SpecCorpus {

    /** Values of all kinds on one line. */
    public static final List<String> VALUES =
            List.of(
                    "",
                    "~",
                    "true",
                    "\"true\"",
                    "no",
                    "0",
                    "1",
                    "-1",
                    "80",
                    "\"80\"",
                    "70000",
                    "1.5",
                    "0x10",
                    "99999999999999999999",
                    "x",
                    "X Y",
                    "\"\"",
                    "/a",
                    "/a/../b",
                    "a/b",
                    "\"a\\nb\"",
                    "[]",
                    "[x]",
                    "[1]",
                    "[~]",
                    "[/a]",
                    "[[x]]",
                    "{}",
                    "{ x: 1 }",
                    "{ name: x }",
                    "10.0.0.1",
                    "[10.0.0.1/8]",
                    "8080:80",
                    "[8080:80]",
                    "2m",
                    "1G",
                    "0644",
                    "active",
                    "open",
                    "en_GB.UTF-8",
                    "http://x",
                    "a.service",
                    "backup.timer",
                    "{ a.b: 1 }",
                    "{ ssh: { enabled: true } }",
                    "debian",
                    "trixie",
                    "日本",
                    "\"🌳\"",
                    "$6$x",
                    "\"!\"");

    private SpecCorpus() {}

    /** Whole specs: examples, the cases of the findings, what the guides show. */
    public static List<String> seeds() {
        var texts = new ArrayList<String>();
        new Examples().all().stream().map(Example::spec).forEach(texts::add);
        Cases.all().forEach(one -> texts.add(one.text()));
        Cases.all().forEach(one -> texts.add(one.good()));
        new Guides().all().forEach(guide -> texts.add(guide.badSpec()));
        new Guides().all().forEach(guide -> texts.add(guide.goodSpec()));
        return texts;
    }

    /** The corpus: the whole specs, and every field with all sorts of values. */
    public static List<String> texts() {
        List<String> texts = seeds();
        for (Field field : new SpecSchema().fields()) {
            texts.add(FieldSpecs.around(field, field.text().example()));
            for (String value : VALUES) {
                texts.add(FieldSpecs.around(field, value));
            }
        }
        return texts;
    }
}
