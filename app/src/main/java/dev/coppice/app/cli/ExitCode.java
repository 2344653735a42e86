package dev.coppice.app.cli;

/** The exit codes of every command. */
final class ExitCode {

    /** All is well. */
    static final int OK = 0;

    /** The spec has errors, or a check failed. */
    static final int SPEC_OR_CHECK = 1;

    /** The command line cannot be understood. */
    static final int USAGE = 2;

    /** A build or a boot failed, or a file could not be read or written. */
    static final int FAILED = 3;

    /** A tool or a permission of this host is missing. */
    static final int TOOL_MISSING = 4;

    /** Somebody pressed Ctrl+C. */
    static final int CANCELLED = 130;

    private ExitCode() {}
}
