package dev.coppice.model.schema;

/** The sections of a spec, as an outline shows them. */
public enum Section {
    SYSTEM(
            "system",
            "System",
            "What the machine is called and which distribution it is made from."),
    REGION("region", "Region", "Time, language, keyboard and the console."),
    USERS(
            "users",
            "Users",
            "The people who log in to the machine, and how they prove who they are."),
    PACKAGES(
            "packages",
            "Packages",
            "Software from the distribution's archive, and other archives to take it from."),
    BUNDLES(
            "bundles",
            "Bundles",
            "Software that is no package: a download or a file of the project."),
    CONTAINERS("containers", "Containers", "OCI containers that run as services."),
    SERVICES(
            "services",
            "Services",
            "Which of the services that the packages bring start with the machine, and how the SSH"
                    + " server is set."),
    UNITS("units", "Units", "Services, timers and other systemd units of your own, and drop-ins."),
    FILES("files", "Files", "Files that are placed in the image, written here or in the project."),
    NETWORK("network", "Network", "Addresses, names, and which ports are open."),
    KERNEL("kernel", "Kernel", "The kernel's command line, modules and variables."),
    STORAGE("storage", "Storage", "What the machine keeps, its swap space and data disks."),
    TARGETS("targets", "Targets", "Settings for one target only, in its own words."),
    CHECKS("checks", "Checks", "What must hold in the running machine; tried after each boot."),
    MACHINE("machine", "Preview machine", "The virtual machine in which the system is tried.");

    private final String id;
    private final String title;
    private final String documentation;

    Section(String id, String title, String documentation) {
        this.id = id;
        this.title = title;
        this.documentation = documentation;
    }

    /** A stable short name, {@code users}. */
    public String id() {
        return id;
    }

    /** A title for people. */
    public String title() {
        return title;
    }

    /** One sentence for people. */
    public String documentation() {
        return documentation;
    }
}
