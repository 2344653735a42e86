package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.packages.PackageFacts;
import dev.coppice.model.rules.known.Known;
import dev.coppice.model.rules.known.PackageUnits;
import dev.coppice.model.schema.UnitNames;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a spec declares, by name, for rules that follow references. Made once for an analysis. */
public final class Inventory {

    private final Known known;
    private final Set<String> packages = new HashSet<>();
    private final Set<String> installed;
    private final Map<String, Bound.Fields> users = new LinkedHashMap<>();
    private final Set<String> groups = new HashSet<>();
    private final Map<String, Bound.Fields> units = new LinkedHashMap<>();
    private final Map<String, String> madeUnits = new LinkedHashMap<>();
    private final Map<String, Bound.Fields> files = new LinkedHashMap<>();
    private final Set<String> bundleFiles = new HashSet<>();
    private final Map<String, Bound.Fields> containers = new LinkedHashMap<>();
    private final boolean allPackages;
    private final boolean openEnded;

    Inventory(Bound.Fields root, Known known, PackageFacts archive) {
        this.known = known;
        root.texts("packages").forEach(p -> packages.add(p.value().replaceFirst(":.*", "")));
        implied(root);
        installed = archive.withDependencies(packages);
        root.records("users").forEach(u -> named(u, users));
        root.records("groups").forEach(g -> g.text("name").ifPresent(n -> groups.add(n.value())));
        root.records("containers").forEach(c -> named(c, containers));
        for (Bound.Fields unit : root.records("units")) {
            if (!unit.has("dropIn") && unit.whole("dropIn")) {
                named(unit, units);
            }
        }
        for (Bound.Fields file : root.records("files")) {
            file.text("path").ifPresent(path -> files.putIfAbsent(path.value(), file));
        }
        madeUnits(root);
        root.records("bundles").forEach(this::bundle);
        this.allPackages = root.whole("packages") && root.whole("bundles");
        this.openEnded = !root.records("repositories").isEmpty();
    }

    private static void named(Bound.Fields record, Map<String, Bound.Fields> byName) {
        record.text("name").ifPresent(name -> byName.putIfAbsent(name.value(), record));
    }

    /** Packages that settings bring without being listed. */
    private void implied(Bound.Fields root) {
        if (!root.records("containers").isEmpty()) {
            packages.add("podman");
        }
        if (root.record("network").has("firewall") || root.record("network").has("nat")) {
            packages.add("nftables");
        }
    }

    private void madeUnits(Bound.Fields root) {
        for (Bound.Fields timer : root.records("timers")) {
            timer.text("name")
                    .ifPresent(
                            name -> {
                                madeUnits.putIfAbsent(name.value() + ".timer", "timers");
                                madeUnits.putIfAbsent(name.value() + ".service", "timers");
                            });
        }
        containers.keySet().forEach(name -> madeUnits.putIfAbsent(name + ".service", "containers"));
    }

    private void bundle(Bound.Fields bundle) {
        for (Bound.Value<String> unit : bundle.texts("units")) {
            String path = unit.value();
            madeUnits.putIfAbsent(path.substring(path.lastIndexOf('/') + 1), "bundles");
        }
        bundle.text("into").ifPresent(into -> bundleFiles.add(into.value()));
        bundle.text("name").ifPresent(name -> bundleFiles.add("/opt/" + name.value()));
        for (Bound.Fields file : bundle.records("files")) {
            file.text("to").ifPresent(to -> bundleFiles.add(to.value()));
        }
    }

    /** The packages that are listed or that settings bring, without architectures. */
    public Set<String> packages() {
        return packages;
    }

    /** Whether what is not among the packages is not installed for sure. */
    public boolean knowsPackages() {
        return allPackages && !openEnded;
    }

    /** The same with what they depend on, as far as that is known. */
    public Set<String> installed() {
        return installed;
    }

    /** Whether some package of the distribution is listed, or needed by one that is. */
    public boolean has(String name) {
        return installed.contains(name);
    }

    /** The users of the spec by name. */
    public Map<String, Bound.Fields> users() {
        return users;
    }

    /** The groups of the spec. */
    public Set<String> groups() {
        return groups;
    }

    /** The units, drop-ins excluded, by name. */
    public Map<String, Bound.Fields> units() {
        return units;
    }

    /** Units that timers, containers and bundles make, with the key that makes them. */
    public Map<String, String> madeUnits() {
        return madeUnits;
    }

    /** The files by path. */
    public Map<String, Bound.Fields> files() {
        return files;
    }

    /** The containers by name. */
    public Map<String, Bound.Fields> containers() {
        return containers;
    }

    /** Whether an account exists: of the spec, the base system or a package. */
    public boolean hasUser(String name) {
        return users.containsKey(name) || known.accounts().hasUser(name, installed);
    }

    /** Whether a group exists. */
    public boolean hasGroup(String name) {
        return users.containsKey(name)
                || groups.contains(name)
                || known.accounts().hasGroup(name, installed);
    }

    /** Whether a unit, by its full name, exists. */
    public PackageUnits.Answer unit(String name) {
        String template = name.replaceFirst("@.*\\.", "@.");
        if (units.containsKey(name)
                || units.containsKey(template)
                || madeUnits.containsKey(name)
                || files.containsKey("/etc/systemd/system/" + name)) {
            return PackageUnits.Answer.BROUGHT;
        }
        return known.units().ask(UnitNames.full(name), installed);
    }

    /** Whether a path is written by `files` or by a bundle. */
    public boolean writes(String path) {
        if (files.containsKey(path)) {
            return true;
        }
        for (String up = path; !up.equals("/"); up = Paths.parent(up)) {
            if (bundleFiles.contains(up)) {
                return true;
            }
        }
        return false;
    }

    /** How often each value stands in a list, for finding clashes. */
    static Map<String, Bound.Value<String>> firsts(Iterable<Bound.Value<String>> values) {
        var found = new HashMap<String, Bound.Value<String>>();
        values.forEach(v -> found.putIfAbsent(v.value(), v));
        return found;
    }
}
