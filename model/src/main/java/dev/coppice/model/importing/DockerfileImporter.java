package dev.coppice.model.importing;

import dev.coppice.model.importing.DockerfileText.Instruction;
import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.Position;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a Dockerfile of a Kairos image: its last stage, with the {@code cloud-config.yaml} beside
 * it. What an instruction does that a spec cannot say is listed with its text.
 */
public final class DockerfileImporter implements Importer {

    private static final List<String> CONFIGS =
            List.of("cloud-config.yaml", "cloud_config.yaml", "cloud-config.yml");

    private final SpecSchema schema;

    public DockerfileImporter(SpecSchema schema) {
        this.schema = schema;
    }

    @Override
    public String format() {
        return "a Dockerfile of a Kairos image";
    }

    @Override
    public boolean understands(ImportSource source) {
        String file = source.file();
        boolean named =
                file.matches("(?i)(docker|container)file(\\..*)?|.*\\.(docker|container)file");
        return named
                || file.isEmpty()
                        && source.text()
                                .content()
                                .matches(
                                        "(?s)(\\s*#[^\\n"
                                                + "]*\\n"
                                                + "|\\s)*(ARG [^\\n"
                                                + "]*\\n"
                                                + "\\s*)*FROM \\S+.*");
    }

    @Override
    public Import read(ImportSource source, String name) {
        var draft = new Draft();
        var notes = new ArrayList<ImportNote>();
        var copies = new ArrayList<Import.Copy>();
        draft.set("name", name);
        draft.set("base", "distribution", new YamlValue.Text("debian"));
        draft.set("base", "release", new YamlValue.Text("bookworm"));
        var stages = stages(DockerfileText.read(source.text().content()), notes);
        var image = new DockerfileStage(source, draft, notes, copies);
        int last = stages.size() - 1;
        for (int i = 0; i <= last; i++) {
            boolean needed = i == last || isBase(stages, i);
            for (Instruction each : stages.get(i).instructions()) {
                if (needed) {
                    image.take(each);
                } else {
                    String stage = stages.get(i).name();
                    notes.add(
                            note(
                                    each,
                                    Outcome.DROPPED,
                                    "",
                                    "It belongs to the stage "
                                            + (stage.isEmpty() ? "number " + i : stage)
                                            + ", of which the image has single files only."));
                }
            }
        }
        if (last < 0) {
            notes.add(
                    new ImportNote(
                            "",
                            new Position(1, 1),
                            Outcome.DROPPED,
                            "",
                            "The file has no FROM, so it makes no image."));
        }
        image.finish();
        cloudConfig(source, draft, notes);
        return new Import(draft.write(schema, format(), notes), notes, copies);
    }

    /** Instructions from one FROM to the next. */
    private record Stage(String name, String from, List<Instruction> instructions) {}

    private static List<Stage> stages(List<Instruction> all, List<ImportNote> notes) {
        var stages = new ArrayList<Stage>();
        Map<String, String> arguments = new HashMap<>();
        for (Instruction each : all) {
            if (each.word().equals("FROM")) {
                List<String> words =
                        List.of(each.rest().split("\\s+")).stream()
                                .filter(word -> !word.startsWith("--"))
                                .map(word -> ShellCommands.expanded(word, arguments))
                                .toList();
                String name =
                        words.size() >= 3 && words.get(1).equalsIgnoreCase("as")
                                ? words.get(2)
                                : "";
                String from = words.isEmpty() ? "" : words.getFirst();
                var instructions = new ArrayList<Instruction>();
                instructions.add(
                        new Instruction("FROM", from, each.line(), each.verbatim(), List.of()));
                stages.add(new Stage(name, from, instructions));
            } else if (!stages.isEmpty()) {
                stages.getLast().instructions().add(each);
            } else if (each.word().equals("ARG")) {
                String[] pair = each.rest().split("=", 2);
                if (pair.length == 2) {
                    arguments.put(pair[0].strip(), pair[1].strip().replaceAll("^\"|\"$", ""));
                }
                notes.add(note(each, Outcome.TAKEN, "", ""));
            } else {
                notes.add(note(each, Outcome.DROPPED, "", "It stands before any FROM."));
            }
        }
        return stages;
    }

    /** Whether the last stage is built upon a stage. */
    private static boolean isBase(List<Stage> stages, int index) {
        String wanted = stages.getLast().from();
        for (int i = stages.size() - 2; i >= 0; i--) {
            if (!stages.get(i).name().isEmpty() && stages.get(i).name().equalsIgnoreCase(wanted)) {
                if (i == index) {
                    return true;
                }
                wanted = stages.get(i).from();
            }
        }
        return false;
    }

    static ImportNote note(Instruction each, Outcome outcome, String target, String reason) {
        return note(each, each.word(), outcome, target, reason);
    }

    static ImportNote note(
            Instruction each, String field, Outcome outcome, String target, String reason) {
        boolean secret = each.verbatim().matches("(?is).*(passw|secret|token|apikey|api_key).*");
        return new ImportNote(
                field,
                new Position(each.line(), 1),
                outcome,
                target,
                reason,
                outcome == Outcome.DROPPED && !secret ? each.verbatim() : "");
    }

    private void cloudConfig(ImportSource source, Draft draft, List<ImportNote> notes) {
        for (String file : CONFIGS) {
            Optional<String> text = source.files().text(file);
            if (text.isPresent()) {
                new KairosImporter(schema)
                        .into(new SpecText(text.get()), draft)
                        .forEach(
                                note ->
                                        notes.add(
                                                new ImportNote(
                                                        file + ": " + note.field(),
                                                        note.start(),
                                                        note.outcome(),
                                                        note.target(),
                                                        note.reason(),
                                                        note.verbatim())));
                return;
            }
        }
    }
}
