package dev.coppice.model.spec;

/** What the spec says of a systemd unit, in systemctl's words. */
public enum ServiceState {
    ENABLED,
    DISABLED,
    MASKED
}
