package dev.coppice.model.spec;

/**
 * Settings for one target only, which no other reads.
 *
 * @param nixos NixOS options; keys may be dotted option paths
 * @param kairos keys of a Kairos cloud-config
 */
public record Targets(RawValue.Fields nixos, RawValue.Fields kairos) {

    /** Nothing beyond the fields of the spec. */
    public static Targets none() {
        return new Targets(RawValue.Fields.none(), RawValue.Fields.none());
    }
}
