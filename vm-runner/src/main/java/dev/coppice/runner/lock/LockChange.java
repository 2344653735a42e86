package dev.coppice.runner.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an update does to one package.
 *
 * @param before absent when the package is new
 * @param after absent when the package goes
 * @param security whether the new version is published as a security fix
 */
public record LockChange(
        String name,
        Optional<LockedPackage> before,
        Optional<LockedPackage> after,
        boolean security) {

    /** How many bytes more there are to download for a machine that has nothing. */
    public long sizeChange() {
        return after.map(LockedPackage::size).orElse(0L)
                - before.map(LockedPackage::size).orElse(0L);
    }

    /** What differs between two locks, security fixes first, then by name. */
    public static List<LockChange> between(SystemLock before, SystemLock after) {
        Map<String, LockedPackage> old = byName(before);
        Map<String, LockedPackage> fresh = byName(after);
        TreeMap<String, LockedPackage> names = new TreeMap<>(old);
        names.putAll(fresh);
        List<LockChange> fixes = new ArrayList<>();
        List<LockChange> others = new ArrayList<>();
        for (String key : names.keySet()) {
            Optional<LockedPackage> was = Optional.ofNullable(old.get(key));
            Optional<LockedPackage> is = Optional.ofNullable(fresh.get(key));
            if (!was.map(LockedPackage::sha256).equals(is.map(LockedPackage::sha256))) {
                boolean security = was.isPresent() && is.filter(after::security).isPresent();
                LockChange change = new LockChange(names.get(key).name(), was, is, security);
                (security ? fixes : others).add(change);
            }
        }
        fixes.addAll(others);
        return List.copyOf(fixes);
    }

    /**
     * A package of an upper layer hides the one below. The kernel's has its version in its name.
     */
    private static Map<String, LockedPackage> byName(SystemLock lock) {
        Map<String, LockedPackage> result = new TreeMap<>();
        lock.packages().forEach(one -> result.put(one.name() + ":" + one.architecture(), one));
        return result;
    }
}
