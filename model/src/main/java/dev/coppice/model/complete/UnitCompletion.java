package dev.coppice.model.complete;

import dev.coppice.model.complete.Completion.Topic;
import dev.coppice.model.complete.UnitLine.Part;
import dev.coppice.model.loose.LooseFields;
import dev.coppice.model.loose.LooseNode.LooseScalar;
import dev.coppice.model.rules.known.Known;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Proposes sections, settings and values inside the text of a systemd unit. */
final class UnitCompletion {

    private static final int STEP = 1_000;

    /** What most units say, before the hundreds of other settings. */
    private static final Map<String, List<String>> USUAL =
            Map.of(
                    "Unit", List.of("Description", "After", "Wants", "Requires"),
                    "Service",
                            List.of(
                                    "ExecStart",
                                    "Type",
                                    "User",
                                    "Group",
                                    "WorkingDirectory",
                                    "Environment",
                                    "EnvironmentFile",
                                    "Restart",
                                    "RestartSec"),
                    "Timer", List.of("OnCalendar", "OnBootSec", "Persistent", "Unit"),
                    "Socket", List.of("ListenStream", "ListenDatagram", "Accept"),
                    "Path", List.of("PathExists", "PathChanged", "PathModified", "Unit"),
                    "Mount", List.of("What", "Where", "Type", "Options"),
                    "Install", List.of("WantedBy", "RequiredBy", "Alias", "Also"));

    private static final Set<String> UNITS =
            Set.of("WantedBy", "RequiredBy", "UpheldBy", "Also", "Unit", "Sockets", "Service");

    private final Known known;
    private final ValueWords words;
    private final LooseFields fields;

    UnitCompletion(Known known, ValueWords words, LooseFields fields) {
        this.known = known;
        this.words = words;
        this.fields = fields;
    }

    /** What may be meant at a place inside a block of text; nothing unless it is a unit's. */
    Completion at(String text, Place place) {
        int caret = place.token().start();
        Optional<String> field = fields.at(place.path()).map(Field::path);
        if (field.filter("units[].content"::equals).isEmpty()) {
            return Completion.none(caret);
        }
        int start = place.scalar().map(LooseScalar::contentStart).orElse(caret);
        UnitLine line = UnitLine.at(text, start, caret);
        String own = ownSection(place.path());
        return switch (line.part()) {
            case SECTION -> sections(line, own);
            case NAME -> line.section().isEmpty() ? sections(line, own) : settings(line);
            case VALUE -> values(line);
            case OTHER -> Completion.none(caret);
        };
    }

    /** {@code Service} for a service; empty when the unit has no name yet. */
    private String ownSection(YamlPath content) {
        String suffix =
                fields.node(content.parent().key("name"))
                        .filter(LooseScalar.class::isInstance)
                        .map(node -> ((LooseScalar) node).value())
                        .filter(name -> !name.isEmpty())
                        .map(UnitNames::suffix)
                        .orElse("");
        return suffix.isEmpty()
                ? ""
                : Character.toUpperCase(suffix.charAt(0)) + suffix.substring(1);
    }

    private Completion sections(UnitLine line, String own) {
        var names = new LinkedHashSet<>(List.of("Unit"));
        if (own.isEmpty()) {
            names.addAll(known.unitSettings().sections());
        } else if (known.unitSettings().sections().contains(own)) {
            names.add(own);
        }
        names.add("Install");
        List<Word> all = names.stream().map(n -> Word.value("[" + n + "]", "section")).toList();
        return completion(line, all, "", true, line.part() == Part.SECTION);
    }

    private Completion settings(UnitLine line) {
        var names = new LinkedHashSet<String>(USUAL.getOrDefault(line.section(), List.of()));
        Set<String> there = known.unitSettings().of(line.section());
        names.addAll(there);
        List<Word> all =
                names.stream()
                        .filter(there::contains)
                        .map(name -> Word.value(name, takes(line.section(), name)))
                        .toList();
        return completion(line, all, line.assigned() ? "" : "=", !line.assigned(), false);
    }

    private String takes(String section, String name) {
        List<String> choices = choices(section, name);
        String kind = known.unitSettings().kind(section, name).orElse("");
        boolean plain = kind.matches("[A-Z]{2,}") && !kind.equals("OTHER");
        return choices.isEmpty()
                ? (plain ? kind.toLowerCase(java.util.Locale.ROOT) : "")
                : String.join(", ", choices);
    }

    /** All that a setting takes; empty when it takes other things. */
    private List<String> choices(String section, String name) {
        String setting = section + "." + name;
        var found = new ArrayList<>(known.unitValues().choices(setting));
        List<String> besides = known.unitValues().besidesTruth(setting);
        boolean truth =
                known.unitSettings().kind(section, name).filter("BOOLEAN"::equals).isPresent();
        if (truth || !besides.isEmpty()) {
            found.addAll(List.of("yes", "no"));
            found.addAll(besides);
        }
        return found;
    }

    private Completion values(UnitLine line) {
        List<String> choices = choices(line.section(), line.setting());
        if (!choices.isEmpty()) {
            List<Word> all = choices.stream().map(c -> Word.value(c, "")).toList();
            return completion(line, all, "", false, true);
        }
        String kind = known.unitSettings().kind(line.section(), line.setting()).orElse("");
        List<Word> all =
                switch (line.setting()) {
                    case "User", "SocketUser" -> words.users(true);
                    case "Group", "SocketGroup" -> words.groups();
                    default ->
                            kind.startsWith("UNIT") || UNITS.contains(line.setting())
                                    ? words.fullUnits()
                                    : List.of();
                };
        return completion(line, all, "", false, false);
    }

    private static Completion completion(
            UnitLine line, List<Word> candidates, String behind, boolean again, boolean whole) {
        var found = new ArrayList<Proposal>();
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < candidates.size(); i++) {
            Word word = candidates.get(i);
            OptionalInt quality = Match.of(line.typed(), word.text());
            if (quality.isPresent() && seen.add(word.text())) {
                found.add(
                        proposal(line.word(), word, behind, again, quality.getAsInt() * STEP + i));
            }
        }
        found.sort(Comparator.comparingInt(Proposal::rank));
        return new Completion(line.word(), line.typed(), found, Topic.FIELDS, whole);
    }

    private static Proposal proposal(
            TextRange range, Word word, String behind, boolean again, int rank) {
        String written = word.text() + behind;
        var edit = new TextEdit(range, written);
        return new Proposal(
                word.text(),
                word.kind(),
                word.detail(),
                word.documentation(),
                new EditBatch("Write " + word.text(), List.of(edit)),
                range.start() + written.length(),
                rank,
                again);
    }
}
