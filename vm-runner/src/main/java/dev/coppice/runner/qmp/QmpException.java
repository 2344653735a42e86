package dev.coppice.runner.qmp;

import java.io.IOException;

/** QEMU refused a command, or the connection ended before it answered. */
public final class QmpException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String errorClass;

    /**
     * @param errorClass QEMU's class of the error, {@code GenericError}; {@code Disconnected} when
     *     the connection ended first
     */
    public QmpException(String errorClass, String message) {
        super(message);
        this.errorClass = errorClass;
    }

    public String errorClass() {
        return errorClass;
    }
}
