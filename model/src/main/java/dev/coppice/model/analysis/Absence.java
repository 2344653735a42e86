package dev.coppice.model.analysis;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;

import java.util.EnumSet;
import java.util.Set;

/**
 * Findings that say that something is not there. Behind a syntax error there may be more, so
 * nothing can be called missing.
 */
final class Absence {

    private static final Set<DiagnosticCode> CODES =
            EnumSet.of(
                    DiagnosticCode.EMPTY_SPEC,
                    DiagnosticCode.UNKNOWN_PACKAGE,
                    DiagnosticCode.UNKNOWN_GROUP,
                    DiagnosticCode.UNKNOWN_USER,
                    DiagnosticCode.UNKNOWN_CONTAINER,
                    DiagnosticCode.UNKNOWN_INTERFACE,
                    DiagnosticCode.MISSING_SHELL,
                    DiagnosticCode.MISSING_PACKAGE,
                    DiagnosticCode.MISSING_UNIT,
                    DiagnosticCode.MISSING_COMMAND,
                    DiagnosticCode.NOTHING_TO_START,
                    DiagnosticCode.NOT_ENABLED,
                    DiagnosticCode.SUDO_LOCKED,
                    DiagnosticCode.SSH_LOCKOUT,
                    DiagnosticCode.SSH_BLOCKED,
                    DiagnosticCode.LOCALE_NOT_MADE,
                    DiagnosticCode.TOO_FEW_NICS,
                    DiagnosticCode.FORWARD_UNUSED,
                    DiagnosticCode.FORWARD_BLOCKED,
                    DiagnosticCode.FIREWALL_UNUSED,
                    DiagnosticCode.PERSIST_UNUSED);

    private Absence() {}

    /** Whether a code says so. */
    static boolean isMeant(String id) {
        return CODES.stream().anyMatch(code -> code.id().equals(id));
    }

    static boolean isMeant(Finding finding) {
        return CODES.contains(finding.code())
                || finding.code() == DiagnosticCode.MISSING_KEY
                        && finding.path().steps().size() == 1;
    }
}
