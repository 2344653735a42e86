package dev.coppice.model.export;

import dev.coppice.model.export.ansible.AnsibleExporter;
import dev.coppice.model.export.ci.PipelineExporter;
import dev.coppice.model.export.cloudinit.CloudInitExporter;
import dev.coppice.model.export.containerfile.ContainerfileExporter;
import dev.coppice.model.export.kairos.KairosExporter;
import dev.coppice.model.export.mkosi.MkosiExporter;
import dev.coppice.model.export.nixos.NixosExporter;
import dev.coppice.model.export.puppet.PuppetExporter;

import java.util.List;
import java.util.Optional;

/** The targets that a spec can be written for. */
public final class Exporters {

    private final List<Exporter> all;

    /** All that come with the program. */
    public Exporters() {
        this(
                List.of(
                        new NixosExporter(),
                        new KairosExporter(),
                        new CloudInitExporter(),
                        new AnsibleExporter(),
                        new PuppetExporter(),
                        new ContainerfileExporter(),
                        new MkosiExporter(),
                        PipelineExporter.gitHub(),
                        PipelineExporter.gitLab()));
    }

    /** Certain ones. */
    public Exporters(List<Exporter> all) {
        this.all = List.copyOf(all);
    }

    /** In the order in which they are offered. */
    public List<Exporter> all() {
        return all;
    }

    /** The one with a certain id. */
    public Optional<Exporter> find(String id) {
        return all.stream().filter(exporter -> exporter.id().equals(id)).findFirst();
    }
}
