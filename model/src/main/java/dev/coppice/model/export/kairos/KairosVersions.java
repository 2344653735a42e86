package dev.coppice.model.export.kairos;

/** The versions that exports name: those of Kairos 4.2.0. */
public final class KairosVersions {

    /** The image with kairos-init. */
    static final String INIT = "quay.io/kairos/kairos-init:v0.17.3";

    /** The image with AuroraBoot. */
    public static final String AURORABOOT = "quay.io/kairos/auroraboot:v0.26.2";

    /** The version that a new image gets. */
    public static final String IMAGE = "1.0.0";

    private KairosVersions() {}
}
