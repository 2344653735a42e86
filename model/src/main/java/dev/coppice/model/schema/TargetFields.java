package dev.coppice.model.schema;

import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Raw;

import java.util.List;

/** Raw settings of single targets. */
final class TargetFields {

    private TargetFields() {}

    static List<Field> rows() {
        var table = new FieldTable(Section.TARGETS);
        table.row("targets", Mapping.plain(), "Targets")
                .doc(
                        "Settings that only one target understands, written in its own words. No"
                                + " other target reads them.")
                .debian("Nothing: they are for other targets.")
                .example("{ nixos: { services.fwupd.enable: true } }")
                .alias("target", "exports", "overrides");
        table.row("targets.nixos", new Raw(), "NixOS")
                .doc(
                        "Options of NixOS that are added to the exported configuration. Keys may be"
                                + " dotted paths.")
                .debian("Nothing: it is for NixOS.")
                .example("{ services.fwupd.enable: true }")
                .elsewhere("NixOS", "configuration.nix")
                .alias("nix", "nixOS", "configuration");
        table.row("targets.kairos", new Raw(), "Kairos")
                .doc("Keys of a Kairos cloud-config that are added to the exported one.")
                .debian("Nothing: it is for Kairos.")
                .example("{ install: { auto: true } }")
                .elsewhere("Kairos", "cloud-config")
                .alias("kairosConfig", "cloudConfig", "cloud-config");
        return table.fields();
    }
}
