package dev.coppice.model.complete;

import dev.coppice.model.complete.Proposal.Kind;
import dev.coppice.model.loose.LooseFields;
import dev.coppice.model.loose.LooseNode.LooseScalar;
import dev.coppice.model.packages.PackageEntry;
import dev.coppice.model.packages.PackageIndex;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The values that a field may have, as far as they can be told. */
final class ValueWords {

    private static final int MANY = 200;

    private final Names names;
    private final LooseFields fields;
    private final References references;
    private final Catalog catalog;

    ValueWords(Names names, LooseFields fields, Catalog catalog) {
        this.names = names;
        this.fields = fields;
        this.references = new References(fields);
        this.catalog = catalog;
    }

    /**
     * The values for a field, in a good order; those of the packages are chosen by what is typed.
     */
    List<Word> of(Field field, YamlPath path, String typed) {
        var words = new ArrayList<Word>();
        switch (field.path()) {
            case "packages[]" -> words.addAll(packages(typed));
            case "checks[].unit" -> words.addAll(units());
            case "units[].name" -> words.addAll(units());
            case "timezone" -> words.addAll(names.timeZones());
            case "locale", "locales[]", "localeSettings.*" -> words.addAll(names.locales());
            case "keyboard" -> words.addAll(names.layouts());
            case "console.keyboardModel" -> words.addAll(names.keyboardModels());
            case "console.keyboardVariant" -> words.addAll(names.variants(text("keyboard")));
            case "console.keyboardOptions[]" -> words.addAll(names.keyboardOptions());
            case "users[].groups[]", "files[].group", "sudo[].group" -> words.addAll(groups());
            case "files[].owner", "sudo[].runAs" -> words.addAll(users(true));
            case "timers[].user", "console.autologin", "sudo[].user" -> words.addAll(users(true));
            case "containers[].dependsOn[]" ->
                    words.addAll(references(references.containers(), "container"));
            case "network.firewall.trustedInterfaces[]",
                    "network.nat.external",
                    "network.nat.internal[]" ->
                    words.addAll(references(references.interfaces(), "interface"));
            case "files[].source",
                    "includes[]",
                    "repositories[].keySource",
                    "bundles[].source",
                    "containers[].imageArchive" ->
                    words.addAll(files());
            default -> words.addAll(names.values(field.path(), path));
        }
        if (!field.path().equals("packages[]") || typed.isEmpty()) {
            words.addAll(plain(field));
        }
        return words;
    }

    /** What the table of fields itself says. */
    private List<Word> plain(Field field) {
        return switch (field.type()) {
            case FieldType.Bool bool -> List.of(Word.value("true", ""), Word.value("false", ""));
            case FieldType.Choice choice ->
                    choice.options().stream().map(o -> Word.value(o.value(), o.title())).toList();
            case FieldType.Text text -> {
                if (text.suggestions().isEmpty() && !text.shape().secret() && !text.multiline()) {
                    yield example(field);
                }
                yield text.suggestions().stream().map(s -> word(field, s)).toList();
            }
            case FieldType.Int number -> example(field);
            default -> List.of();
        };
    }

    private static List<Word> example(Field field) {
        String example = field.text().example();
        return example.isEmpty() || example.startsWith("[") || example.startsWith("{")
                ? List.of()
                : List.of(new Word(unquoted(example), Kind.EXAMPLE, "example", ""));
    }

    /** Examples are written in YAML. */
    private static String unquoted(String example) {
        boolean quoted = example.length() > 1 && example.startsWith("\"") && example.endsWith("\"");
        return quoted ? example.substring(1, example.length() - 1) : example;
    }

    private Word word(Field field, String suggestion) {
        if (field.path().equals("packages[]")) {
            return catalog.packages()
                    .flatMap(index -> index.find(suggestion))
                    .map(ValueWords::packageWord)
                    .orElse(new Word(suggestion, Kind.PACKAGE, "", ""));
        }
        return Word.value(suggestion, "");
    }

    /** The names that may be keys of a mapping of names. */
    List<Word> keys(Field map, FieldType.EntryKey key) {
        var words = new ArrayList<Word>();
        switch (map.path()) {
            case "services" -> words.addAll(units());
            case "network.interfaces" ->
                    words.addAll(references(references.interfaces(), "interface"));
            default -> words.addAll(names.keys(map.path()));
        }
        key.suggestions().forEach(s -> words.add(Word.value(s, "")));
        return words;
    }

    private List<Word> packages(String typed) {
        Optional<PackageIndex> index = catalog.packages();
        if (index.isEmpty() || typed.isEmpty()) {
            return List.of();
        }
        return index.get().search(typed, MANY).stream().map(ValueWords::packageWord).toList();
    }

    static Word packageWord(PackageEntry entry) {
        String size =
                entry.installedKiB() <= 0
                        ? ""
                        : entry.installedKiB() < 1024
                                ? entry.installedKiB() + " KiB installed"
                                : entry.installedKiB() / 1024 + " MiB installed";
        String more =
                Stream.of("Version " + entry.version(), "section " + entry.section(), size)
                        .filter(s -> !s.isEmpty())
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("");
        return new Word(
                entry.name(), Kind.PACKAGE, entry.summary(), entry.summary() + ".\n" + more + ".");
    }

    /** Units by their full names, as other units name them. */
    List<Word> fullUnits() {
        return units().stream()
                .map(w -> new Word(UnitNames.full(w.text()), w.kind(), w.detail(), ""))
                .toList();
    }

    private List<Word> units() {
        var words = new ArrayList<Word>();
        references
                .ownUnits()
                .forEach(
                        u ->
                                words.add(
                                        new Word(
                                                References.shortUnit(u),
                                                Kind.UNIT,
                                                "of this spec",
                                                "")));
        words.addAll(names.units(installed()));
        words.removeIf(word -> word.text().contains("@"));
        return words;
    }

    /** The packages of the spec with what they need, as far as that is known. */
    private Set<String> installed() {
        Set<String> listed = Set.copyOf(references.packages());
        return catalog.packages().map(index -> index.withDependencies(listed)).orElse(listed);
    }

    List<Word> users(boolean root) {
        var words = new ArrayList<>(references(references.users(), "user"));
        if (root) {
            words.add(Word.value("root", "the system's administrator"));
        }
        return words;
    }

    List<Word> groups() {
        var words = new ArrayList<>(references(references.groups(), "group"));
        words.addAll(references(references.users(), "group of the user"));
        words.addAll(names.groups());
        return words;
    }

    private List<Word> files() {
        return catalog.files().get().stream()
                .map(path -> new Word(path, Kind.FILE, "file of the project", ""))
                .toList();
    }

    private static List<Word> references(List<String> names, String what) {
        return names.stream().map(name -> Word.reference(name, what)).toList();
    }

    private String text(String key) {
        return fields.node(YamlPath.of(key)).orElse(null) instanceof LooseScalar scalar
                ? scalar.value()
                : "";
    }
}
