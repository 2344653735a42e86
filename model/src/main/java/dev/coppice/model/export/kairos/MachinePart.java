package dev.coppice.model.export.kairos;

import dev.coppice.model.linux.KernelFiles;
import dev.coppice.model.linux.NameFiles;
import dev.coppice.model.linux.NetworkFiles;
import dev.coppice.model.linux.SshdFiles;
import dev.coppice.model.linux.SudoFiles;
import dev.coppice.model.linux.UnitFiles;
import dev.coppice.model.spec.SystemSpec;

/** Settings that are files of {@code /etc}, written at each start. */
final class MachinePart {

    private final Plan plan;

    MachinePart(Plan plan) {
        this.plan = plan;
    }

    void write() {
        SystemSpec spec = plan.spec();
        NameFiles.of(spec).stream()
                .filter(file -> file.path().equals("/etc/hosts"))
                .forEach(plan::atStart);
        SudoFiles.of(spec).forEach(plan::atStart);
        // Kairos itself asks for addresses on interfaces that have no file.
        NetworkFiles.of(spec).stream()
                .filter(file -> !file.path().endsWith("/80-coppice.network"))
                .forEach(plan::atStart);
        SshdFiles.of(spec).forEach(plan::atStart);
        KernelFiles.of(spec).forEach(plan::atStart);
        UnitFiles.onDisk(spec).forEach(plan::atStart);
    }
}
