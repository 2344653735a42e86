package dev.coppice.model.export.nixos;

/** The parts of configuration.nix, in the order in which they stand. */
enum NixSection {
    SYSTEM("System", "hostname"),
    REGION("Time, language and console", "timezone, locale, keyboard, console, ntp"),
    USERS("People", "users, groups, sudo"),
    PACKAGES("Packages", "packages"),
    BUNDLES("Software from elsewhere", "bundles"),
    CONTAINERS("Containers", "containers"),
    SERVICES("Services", "services, sshd"),
    UNITS("Units and timers", "units, timers"),
    FILES("Files", "files"),
    NETWORK("Network", "network"),
    KERNEL("Kernel", "kernel"),
    STORAGE("Storage", "storage"),
    MACHINE("The machine of nixos-rebuild build-vm", "machine, storage"),
    RAW("Settings for NixOS only", "targets.nixos");

    private final String title;
    private final String fields;

    NixSection(String title, String fields) {
        this.title = title;
        this.fields = fields;
    }

    /** Its heading: the title, and the fields of the spec that it comes from. */
    String heading() {
        return title + " (" + fields + ")";
    }
}
