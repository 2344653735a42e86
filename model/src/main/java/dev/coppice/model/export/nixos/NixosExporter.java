package dev.coppice.model.export.nixos;

import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.SupportTable;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.nixos.KnownMistakes;
import dev.coppice.model.nixos.NixRelease;

import java.util.ArrayList;

/** Writes a spec as a NixOS configuration: a flake, a module, and a test of the checks. */
public final class NixosExporter implements Exporter {

    /** The stable release that is written for. */
    static final String RELEASE = NixRelease.STABLE;

    private final SupportTable support = SupportTable.of("nixos");
    private final NixosPackages packages = new NixosPackages();
    private final NixosServices services = new NixosServices();
    private final KnownMistakes mistakes = new KnownMistakes();

    /** With the tables that come with the program. */
    public NixosExporter() {}

    @Override
    public String id() {
        return "nixos";
    }

    @Override
    public String title() {
        return "NixOS";
    }

    @Override
    public String summary() {
        return "A flake with a configuration.nix, to be built and switched to with nixos-rebuild.";
    }

    @Override
    public SupportTable support() {
        return support;
    }

    @Override
    public ExportResult export(ExportInput input) {
        var bundles = new TextWriter("  ");
        NixConfig config = configure(input, bundles);
        var files = new ArrayList<ExportedFile>();
        files.add(configuration(config, bundles));
        files.add(new FlakeFile(config).write());
        if (!input.spec().checks().isEmpty()) {
            files.add(new TestFile(config, services).write());
        }
        files.addAll(config.copies());
        return new ExportResult(files, config.report().entries(input.tree(), support));
    }

    /** The options; the derivations that they name are written to a text. */
    NixConfig configure(ExportInput input, TextWriter bundles) {
        var config = new NixConfig(input);
        new RegionPart(config).write();
        new PeoplePart(config, services).write();
        new SoftwarePart(config, packages, services).write();
        new BundlePart(config).write(bundles);
        new ContainerPart(config).write();
        new ServicePart(config, services).write();
        new SshdPart(config).write();
        new UnitPart(config, services).write();
        new TimerPart(config).write();
        new FilePart(config).write();
        new NetworkPart(config).write();
        new KernelPart(config).write();
        new DebianDefaults(config).write();
        new RawPart(config, mistakes).write();
        return config;
    }

    private static ExportedFile.Text configuration(NixConfig config, TextWriter bundles) {
        var out = new TextWriter("  ");
        out.line("# The options of NixOS that make this system. The words in parentheses are the");
        out.line(
                "# fields of the spec that a part comes from. Look options up on"
                        + " search.nixos.org.");
        out.line("{ config, lib, pkgs, ... }:");
        out.gap();
        if (!bundles.isEmpty()) {
            out.append(bundles);
        }
        out.line("{");
        out.indented(
                () -> {
                    config.write(out);
                    out.gap();
                    out.line(
                            "# The release that this system was first installed with. It stays as");
                    out.line(
                            "# it is when the system is upgraded: it says in which form data is"
                                    + " kept.");
                    out.line("system.stateVersion = " + NixText.quoted(RELEASE) + ";");
                });
        out.line("}");
        return out.file("configuration.nix", Language.NIX);
    }
}
