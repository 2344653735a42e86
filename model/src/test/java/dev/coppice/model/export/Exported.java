package dev.coppice.model.export;

import dev.coppice.model.analysis.ProjectFiles;

import java.util.Optional;

/** A spec as a target writes it, to look into. Every file of its project is there. */
public record Exported(ExportResult result) {

    private static final String HEAD =
            """
            spec: 1
            name: box
            base: { distribution: debian, release: trixie }
            """;

    private static final ProjectFiles EVERYTHING =
            new ProjectFiles() {
                @Override
                public Optional<Long> size(String path) {
                    return Optional.of(1L);
                }

                @Override
                public Optional<String> text(String path) {
                    return Optional.empty();
                }
            };

    /**
     * @param rest of the spec, behind its name and base
     */
    public static Exported by(Exporter exporter, String rest) {
        return new Exported(exporter.export(ExportCases.of(HEAD + rest, EVERYTHING)));
    }

    /** The text of a file of the output. */
    public String text(String path) {
        return result.files().stream()
                .filter(file -> file.path().equals(path))
                .map(file -> ((ExportedFile.Text) file).content())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + path + " in " + result.files()));
    }

    /** What became of a value. */
    public FieldSupport support(String path) {
        return result.report().stream()
                .filter(entry -> entry.path().toString().equals(path))
                .map(ExportResult.Entry::support)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is said of " + path));
    }
}
