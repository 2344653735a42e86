package dev.coppice.model.analysis;

import static dev.coppice.model.analysis.Reading.number;
import static dev.coppice.model.analysis.Reading.optional;
import static dev.coppice.model.analysis.Reading.text;
import static dev.coppice.model.analysis.Reading.texts;
import static dev.coppice.model.analysis.Reading.values;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Quantities;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.spec.Base;
import dev.coppice.model.spec.Check;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.Kernel;
import dev.coppice.model.spec.Machine;
import dev.coppice.model.spec.Storage;
import dev.coppice.model.spec.SystemSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the records of a spec from a tree that has been checked and found without errors. */
public final class SpecBinder {

    /**
     * The spec that a tree without errors says.
     *
     * @param includes the files that are part of it besides {@code system.yaml}
     */
    public SystemSpec bind(Bound.Fields root, List<String> includes) {
        String name = text(root, "name");
        return new SystemSpec(
                name,
                text(root, "description"),
                includes,
                base(root.record("base")),
                optional(root, "hostname").orElse(name),
                RegionBinder.region(root),
                AccountsBinder.accounts(root),
                SoftwareBinder.software(root),
                root.records("containers").stream().map(SoftwareBinder::container).toList(),
                SystemdBinder.systemd(root),
                values(root.record("sshd")),
                NetworkBinder.network(root.record("network")),
                root.records("files").stream().map(SpecBinder::file).toList(),
                kernel(root.record("kernel")),
                storage(root.record("storage")),
                TargetsBinder.targets(root.record("targets")),
                root.records("checks").stream().map(SpecBinder::check).toList(),
                machine(root.record("machine")));
    }

    private static Base base(Bound.Fields base) {
        return new Base(
                text(base, "distribution"), text(base, "release"), optional(base, "mirror"));
    }

    private static FileEntry file(Bound.Fields file) {
        FileEntry.Body body =
                optional(file, "source")
                        .<FileEntry.Body>map(FileEntry.FromProject::new)
                        .orElseGet(() -> new FileEntry.Inline(text(file, "content")));
        return new FileEntry(
                text(file, "path"),
                body,
                Integer.parseInt(text(file, "mode"), 8),
                text(file, "owner"),
                text(file, "group"));
    }

    private static Kernel kernel(Bound.Fields kernel) {
        return new Kernel(
                texts(kernel, "parameters"),
                texts(kernel, "modules"),
                values(kernel.record("sysctl")));
    }

    private static Storage storage(Bound.Fields storage) {
        return new Storage(
                texts(storage, "persist"),
                optional(storage, "swap").map(Quantities::mebibytes),
                storage.records("disks").stream().map(SpecBinder::disk).toList());
    }

    private static Storage.Disk disk(Bound.Fields disk) {
        return new Storage.Disk(
                text(disk, "name"),
                Quantities.mebibytes(text(disk, "size")),
                text(disk, "filesystem"),
                text(disk, "mount"),
                texts(disk, "options"));
    }

    private static Check check(Bound.Fields check) {
        if (check.has("unit")) {
            return new Check.UnitIs(UnitNames.full(text(check, "unit")), text(check, "is"));
        }
        if (check.has("port")) {
            return new Check.Port(number(check, "port"), text(check, "is").equals("open"));
        }
        Optional<String> contains = optional(check, "contains");
        if (check.has("http")) {
            return new Check.Http(text(check, "http"), number(check, "status"), contains);
        }
        if (check.has("command")) {
            return new Check.CommandExits(text(check, "command"), number(check, "exit"), contains);
        }
        if (check.has("file")) {
            return new Check.FileIs(
                    text(check, "file"), Reading.flag(check, "exists").orElseThrow(), contains);
        }
        return new Check.BootsWithin(Quantities.duration(text(check, "bootsWithin")));
    }

    private static Machine machine(Bound.Fields machine) {
        var forwards = new ArrayList<Machine.Forward>();
        for (String pair : texts(machine, "forward")) {
            String[] ports = pair.split(":", -1);
            forwards.add(
                    new Machine.Forward(Integer.parseInt(ports[0]), Integer.parseInt(ports[1])));
        }
        return new Machine(
                Quantities.mebibytes(text(machine, "memory")),
                number(machine, "cpus"),
                forwards,
                number(machine, "nics"));
    }
}
