package dev.coppice.app;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildTarget;
import dev.coppice.runner.store.Target;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Makes requests for builds: what the tools of a target read is exported first. */
public final class TargetRequests {

    private final SpecSchema schema;
    private final Exporters exporters;

    public TargetRequests(SpecSchema schema, Exporters exporters) {
        this.schema = schema;
        this.exporters = exporters;
    }

    /** What to build from an analysed text; empty while it has errors. */
    public Optional<BuildRequest> of(
            Analysis analysis, Path folder, Target target, BuildSettings settings) {
        Optional<BuildRequest> plain = BuildRequest.of(analysis, folder);
        return switch (target) {
            case DEBIAN -> plain;
            case NIXOS ->
                    exported(analysis, folder, plain, target)
                            .map(into(export -> new BuildTarget.Nixos(export, settings.nix())));
            case KAIROS ->
                    exported(analysis, folder, plain, target)
                            .map(
                                    into(
                                            export ->
                                                    new BuildTarget.Kairos(
                                                            export,
                                                            settings.medium(),
                                                            settings.cluster())));
        };
    }

    private record Exported(BuildRequest request, ExportResult files) {}

    private static Function<Exported, BuildRequest> into(
            Function<ExportResult, BuildTarget> target) {
        return exported -> exported.request().into(target.apply(exported.files()));
    }

    private Optional<Exported> exported(
            Analysis analysis, Path folder, Optional<BuildRequest> plain, Target target) {
        Optional<Exporter> exporter = exporters.find(target.id());
        if (plain.isEmpty() || exporter.isEmpty()) {
            return Optional.empty();
        }
        return ExportInput.of(schema, analysis, new FolderFiles(folder))
                .map(input -> new Exported(plain.get(), exporter.get().export(input)));
    }
}
