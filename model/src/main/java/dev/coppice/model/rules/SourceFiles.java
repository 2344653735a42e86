package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;

/** Files of the project that a spec names. */
final class SourceFiles {

    private SourceFiles() {}

    static Finding missing(Bound.Value<String> source) {
        return Finding.at(
                source.path(),
                DiagnosticCode.SOURCE_MISSING,
                "the project has no file `" + source.value() + "`",
                "Make the file, or write its path from the folder of system.yaml.");
    }
}
