package dev.coppice.runner.vm;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What stands in {@code machine.json}: enough to find a machine again after its Coppice has died.
 *
 * @param system the system's name
 * @param generation its number
 * @param label for people
 * @param kept whether it has a state disk
 * @param owner the Coppice that started it
 * @param qemu its QEMU; absent for the moment between making the directory and starting it
 */
record MachineRecord(
        String system,
        int generation,
        String label,
        boolean kept,
        ProcessIdentity owner,
        Optional<ProcessIdentity> qemu) {

    private static final JsonMapper JSON = new JsonMapper();

    MachineRecord withQemu(ProcessIdentity identity) {
        return new MachineRecord(system, generation, label, kept, owner, Optional.of(identity));
    }

    void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, JSON.writeValueAsBytes(this));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Reads a record; empty when there is none or it was cut off. */
    static Optional<MachineRecord> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), MachineRecord.class));
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        }
    }
}
