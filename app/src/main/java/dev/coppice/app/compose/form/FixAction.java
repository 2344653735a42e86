package dev.coppice.app.compose.form;

import dev.coppice.model.diag.Fix;

/** Carries out a quick fix. */
@FunctionalInterface
public interface FixAction {

    /** Changes the text as the fix says. */
    void apply(Fix fix);
}
