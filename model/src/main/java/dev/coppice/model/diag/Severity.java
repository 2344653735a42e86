package dev.coppice.model.diag;

/** How bad a finding is; only errors stop a build. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
