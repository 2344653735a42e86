package dev.coppice.runner.build.kubernetes;

import java.io.IOException;

/** A connection to a container broke before its command had ended: it may be tried again. */
final class CutOffException extends IOException {

    private static final long serialVersionUID = 1L;

    CutOffException(String how, Throwable cause) {
        super(how, cause);
    }
}
