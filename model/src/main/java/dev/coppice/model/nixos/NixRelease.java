package dev.coppice.model.nixos;

/** The release of NixOS that exports are written for, which is also the channel of its options. */
public final class NixRelease {

    /** The stable release: 26.05, of May 2026. */
    public static final String STABLE = "26.05";

    private NixRelease() {}
}
