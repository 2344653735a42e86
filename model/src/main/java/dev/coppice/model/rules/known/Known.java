package dev.coppice.model.rules.known;

import dev.coppice.model.region.Keyboards;

/**
 * The tables that rules look things up in. Each is read when it is first needed: most specs need
 * few of them.
 */
public final class Known {

    private final Lazy<UnitSettings> unitSettings = new Lazy<>(UnitSettings::new);
    private final Lazy<UnitValues> unitValues = new Lazy<>(UnitValues::new);
    private final Lazy<PackageUnits> units = new Lazy<>(PackageUnits::new);
    private final Lazy<PackagePorts> ports = new Lazy<>(PackagePorts::new);
    private final Lazy<Accounts> accounts = new Lazy<>(Accounts::new);
    private final Lazy<SshdKeywords> sshd = new Lazy<>(SshdKeywords::new);
    private final Lazy<KernelVariables> variables = new Lazy<>(KernelVariables::new);
    private final Lazy<KernelModules> modules = new Lazy<>(KernelModules::new);
    private final Lazy<Region> region = new Lazy<>(() -> new Region(new Keyboards()));

    /** Settings of systemd units. */
    public UnitSettings unitSettings() {
        return unitSettings.get();
    }

    /** Words that settings of systemd units take. */
    public UnitValues unitValues() {
        return unitValues.get();
    }

    /** Units that packages bring. */
    public PackageUnits units() {
        return units.get();
    }

    /** Ports on which packages listen. */
    public PackagePorts ports() {
        return ports.get();
    }

    /** Accounts and groups that exist anyway. */
    public Accounts accounts() {
        return accounts.get();
    }

    /** Keywords of sshd. */
    public SshdKeywords sshd() {
        return sshd.get();
    }

    /** Variables below /proc/sys. */
    public KernelVariables variables() {
        return variables.get();
    }

    /** Kernel modules. */
    public KernelModules modules() {
        return modules.get();
    }

    /** Locales and keyboards. */
    public Region region() {
        return region.get();
    }
}
