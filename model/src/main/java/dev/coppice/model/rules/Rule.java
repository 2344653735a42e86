package dev.coppice.model.rules;

import dev.coppice.model.diag.Finding;

import java.util.function.Consumer;

/**
 * A check of what a spec means, beyond what the table of fields can tell. Rules see only what is
 * right in itself, and must find their own matter whatever else is missing.
 */
public interface Rule {

    /** Reports what is wrong. */
    void check(RuleContext context, Consumer<Finding> findings);
}
