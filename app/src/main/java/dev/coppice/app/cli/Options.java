package dev.coppice.app.cli;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Options that several commands share. */
final class Options {

    private Options() {}

    /** Text or JSON. */
    enum Format {
        text,
        json
    }

    /** How results are printed. */
    static final class Output {
        @Option(
                names = "--format",
                paramLabel = "text|json",
                defaultValue = "text",
                description = "How the result is printed on standard output (default: text).")
        private Format format;

        boolean json() {
            return format == Format.json;
        }
    }

    /** Which project. */
    static final class ProjectFolder {
        @Option(
                names = {"-p", "--project"},
                paramLabel = "DIR",
                description = "Folder of system.yaml (default: the current folder).")
        private Path folder;

        ProjectText load(CliContext context) {
            return ProjectText.load(
                    folder == null ? context.directory() : context.directory().resolve(folder),
                    context);
        }
    }

    /** Which store. */
    static final class Store {
        @Option(
                names = "--store",
                paramLabel = "DIR",
                description =
                        "Where layers and generations are kept"
                                + " (default: $COPPICE_STORE, or ~/.local/share/coppice).")
        private Path store;

        Path resolve(CliContext context) {
            return store == null ? context.usualStore() : context.directory().resolve(store);
        }
    }
}
