package dev.coppice.runner.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * UEFI for machines, as the package of OVMF brings it: one file with the program, one with the
 * variables that a new machine begins with.
 */
record UefiFiles(Path code, Path variables) {

    /** Where Debian, Fedora, Arch and openSUSE put OVMF without Secure Boot. */
    private static final List<UefiFiles> PLACES =
            List.of(
                    of("/usr/share/OVMF/OVMF_CODE_4M.fd", "/usr/share/OVMF/OVMF_VARS_4M.fd"),
                    of("/usr/share/OVMF/OVMF_CODE.fd", "/usr/share/OVMF/OVMF_VARS.fd"),
                    of("/usr/share/edk2/ovmf/OVMF_CODE.fd", "/usr/share/edk2/ovmf/OVMF_VARS.fd"),
                    of(
                            "/usr/share/edk2/x64/OVMF_CODE.4m.fd",
                            "/usr/share/edk2/x64/OVMF_VARS.4m.fd"),
                    of(
                            "/usr/share/qemu/ovmf-x86_64-code.bin",
                            "/usr/share/qemu/ovmf-x86_64-vars.bin"));

    private static UefiFiles of(String code, String variables) {
        return new UefiFiles(Path.of(code), Path.of(variables));
    }

    /** The first that is installed. */
    static Optional<UefiFiles> find() {
        return PLACES.stream()
                .filter(each -> Files.isReadable(each.code) && Files.isReadable(each.variables))
                .findFirst();
    }

    /** For one machine, with variables of its own. */
    BootSource.Firmware firmware(RunDirectory directory) throws IOException {
        Path own = Files.copy(variables, directory.firmwareVariables());
        return new BootSource.Firmware.Uefi(code, own);
    }
}
