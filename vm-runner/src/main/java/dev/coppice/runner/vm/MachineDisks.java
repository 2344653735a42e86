package dev.coppice.runner.vm;

import dev.coppice.model.spec.Storage;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.disk.DiskSerials;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The disks that a spec asks for: empty ones, on which the machine makes its file systems. Files
 * are sparse: only what is written takes space.
 */
final class MachineDisks {

    private static final long MIB = 1L << 20;

    private final SystemSpec spec;
    private final RunDirectory run;

    MachineDisks(SystemSpec spec, RunDirectory run) {
        this.spec = spec;
        this.run = run;
    }

    /** All thrown away at the end of the run. */
    List<VmConfig.DataDisk> thrownAway() throws IOException {
        List<VmConfig.DataDisk> result = swap();
        for (Storage.Disk disk : spec.storage().disks()) {
            result.add(thrownAway(DiskSerials.of(disk), disk.sizeMiB()));
        }
        return result;
    }

    /**
     * The data disks of earlier runs, grown when the spec has made them larger; swap space is never
     * kept.
     *
     * @param directory where they are
     * @param system whose they are
     */
    List<VmConfig.DataDisk> kept(Path directory, String system) throws IOException {
        Files.createDirectories(directory);
        List<VmConfig.DataDisk> result = swap();
        for (Storage.Disk disk : spec.storage().disks()) {
            Path file = directory.resolve(system + "." + disk.name() + ".img");
            size(file, disk.sizeMiB());
            VmConfig.Disk found = new VmConfig.Disk(DiskSerials.of(disk), file);
            result.add(new VmConfig.DataDisk(found, true));
        }
        return result;
    }

    private List<VmConfig.DataDisk> swap() throws IOException {
        List<VmConfig.DataDisk> result = new ArrayList<>();
        if (spec.storage().swapMiB().isPresent()) {
            result.add(thrownAway(DiskSerials.SWAP, spec.storage().swapMiB().get()));
        }
        return result;
    }

    private VmConfig.DataDisk thrownAway(String serial, int sizeMiB) throws IOException {
        Path file = run.disk(serial);
        size(file, sizeMiB);
        return new VmConfig.DataDisk(new VmConfig.Disk(serial, file), false);
    }

    /** Never smaller than it is: that would cut off what was written. */
    private static void size(Path file, int sizeMiB) throws IOException {
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength(Math.max(raw.length(), sizeMiB * MIB));
        }
    }
}
