package dev.coppice.runner.store;

/** The layers of a generation, lowest first. */
public enum LayerKind {
    KERNEL,
    BASE,
    PACKAGES,
    BUNDLES,
    CONFIG
}
