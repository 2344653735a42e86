package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.Base;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.build.CanonicalInputs;
import dev.coppice.runner.lock.LockedLayer;
import dev.coppice.runner.lock.SystemLock;
import dev.coppice.runner.store.LayerKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is asked of apt for each layer, as digests: while one stays the same, so do the packages
 * that were chosen for it. Pure.
 */
final class Wishes {

    private Wishes() {}

    /** The layers of a spec that hold packages. */
    static List<LayerKind> layers(SystemSpec spec) {
        List<LayerKind> result = new ArrayList<>(List.of(LayerKind.KERNEL, LayerKind.BASE));
        if (!DebianRecipe.packages(spec).isEmpty()) {
            result.add(LayerKind.PACKAGES);
        }
        return result;
    }

    static String of(LayerKind kind, SystemSpec spec, ProjectSources sources, SystemLock lock) {
        return switch (kind) {
            case KERNEL -> kernel(spec.base());
            case BASE -> base(spec.base());
            case PACKAGES -> packages(spec, sources, lock);
            case BUNDLES, CONFIG, IMAGE ->
                    throw new IllegalArgumentException(kind + " has no packages");
        };
    }

    static String kernel(Base base) {
        return digest(base, Map.of("package", DebianRecipe.KERNEL));
    }

    static String base(Base base) {
        return digest(base, Map.of("packages", DebianRecipe.BASE_PACKAGES));
    }

    /** Depends on the base that the lock has, because packages are chosen to fit it. */
    static String packages(SystemSpec spec, ProjectSources sources, SystemLock lock) {
        Map<String, Object> wish = new TreeMap<>();
        wish.put("packages", DebianRecipe.packages(spec));
        wish.put("repositories", spec.software().repositories());
        wish.put("keys", sources.digests(ProjectSources.ofRepositories(spec)));
        wish.put(
                "base",
                lock.layer(LayerKind.BASE, base(spec.base()))
                        .map(LockedLayer::digest)
                        .orElse("not chosen yet"));
        return digest(spec.base(), wish);
    }

    private static String digest(Base base, Map<String, ?> more) {
        Map<String, Object> all = new TreeMap<>(more);
        all.put("architecture", DebianRecipe.ARCHITECTURE);
        all.put("sources", AptSources.of(base));
        return CanonicalInputs.of(all).digest();
    }
}
