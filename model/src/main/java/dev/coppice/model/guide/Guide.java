package dev.coppice.model.guide;

import dev.coppice.model.diag.DiagnosticCode;

/**
 * What there is to know of a finding.
 *
 * @param code the finding
 * @param why what would happen, in one to three sentences
 * @param bad an example that has it; the line is marked with a comment {@code # <- CODE}, or with
 *     {@code # ^ CODE} on the line below where a line can have no comment
 * @param good the same, mended
 * @param whole whether the examples are whole files; otherwise they stand behind {@link #HEAD}
 */
public record Guide(DiagnosticCode code, String why, String bad, String good, boolean whole) {

    /** The keys that every spec has, for examples that do not show them. */
    public static final String HEAD =
            """
            spec: 1
            name: web-01
            base: { distribution: debian, release: bookworm }
            """;

    /** The bad example as a whole file. */
    public String badSpec() {
        return whole ? bad : HEAD + bad;
    }

    /** The good example as a whole file. */
    public String goodSpec() {
        return whole ? good : HEAD + good;
    }
}
