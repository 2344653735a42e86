package dev.coppice.model.diff;

import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.spec.SystemSpec;

import java.util.ArrayList;
import java.util.List;

/** Compares two specs by what they mean: users by name, files by path, lists as sets. */
public final class SpecDiffer {

    private final List<Differ> differs;

    /** A differ with the present table of fields. */
    public SpecDiffer() {
        this(new SpecSchema());
    }

    /** A differ that takes its labels from a table of fields. */
    public SpecDiffer(SpecSchema schema) {
        var labels = new Labels(schema);
        this.differs =
                List.of(
                        new SystemDiff(labels),
                        new RegionDiff(labels),
                        new AccountsDiff(labels),
                        new SoftwareDiff(labels),
                        new ContainerDiff(labels),
                        new SystemdDiff(labels),
                        new FileDiff(labels),
                        new NetworkDiff(labels),
                        new KernelDiff(labels),
                        new MachineDiff(labels));
    }

    /** The differences in the order of the sections; none when the specs mean the same. */
    public List<Change> diff(SystemSpec before, SystemSpec after) {
        var changes = new ArrayList<Change>();
        differs.forEach(differ -> differ.diff(before, after, changes));
        return List.copyOf(changes);
    }
}
