package dev.coppice.runner.store;

/** The layers of a generation, lowest first; {@link #IMAGE} stands alone. */
public enum LayerKind {
    KERNEL,
    BASE,
    PACKAGES,
    BUNDLES,
    CONFIG,
    /** The whole system as one image, made by the tools of another system. */
    IMAGE
}
