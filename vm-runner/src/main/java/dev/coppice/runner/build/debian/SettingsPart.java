package dev.coppice.runner.build.debian;

import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.linux.SettingFiles;
import dev.coppice.model.linux.UnitStates;
import dev.coppice.model.spec.ServiceState;

/** Settings that are plain files, links or units. */
final class SettingsPart {

    private SettingsPart() {}

    static void files(ConfigSite site) {
        ConfigTree tree = site.tree();
        tree.link("/etc/localtime", "/usr/share/zoneinfo/" + site.spec().region().timezone());
        // Interfaces keep the kernel's names: eth0 is eth0 on every machine that runs the image.
        tree.link("/etc/systemd/network/99-default.link", "/dev/null");
        RepositoryKeys.of(site.spec(), site.projectFiles()).forEach(tree::put);
        for (SettingFile file : SettingFiles.of(site.spec())) {
            tree.text(file.path(), file.content(), file.mode(), 0, 0);
        }
    }

    /** What settings ask for comes first, then what the spec says of units itself. */
    static void units(ConfigSite site) {
        for (UnitStates.UnitState implied : UnitStates.implied(site.spec())) {
            boolean there = site.lower().units().containsKey(implied.unit());
            if (implied.state() == ServiceState.ENABLED || there) {
                site.units().apply(implied.unit(), implied.state());
            }
        }
        site.spec().systemd().services().forEach(site.units()::apply);
    }
}
