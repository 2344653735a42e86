package dev.coppice.runner.build.debian;

import dev.coppice.model.linux.RegionFiles;
import dev.coppice.model.spec.Base;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.Region;
import dev.coppice.model.spec.Storage;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.build.CanonicalInputs;
import dev.coppice.runner.build.LayerRecipe;
import dev.coppice.runner.lock.LockedLayer;
import dev.coppice.runner.lock.SystemLock;
import dev.coppice.runner.store.LayerKind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The recipes of all layers of a Debian image: what each is made from, and so its name. Pure. */
final class DebianRecipes {

    /** Raised whenever the configuration layer gets other bytes from the same inputs. */
    private static final int CONFIG_GENERATOR = 3;

    /** Raised whenever the bundles layer gets other bytes from the same inputs. */
    private static final int BUNDLES_GENERATOR = 2;

    private final SortedMap<String, String> scripts;
    private final SortedMap<String, String> tools;

    /**
     * @param scripts digests of our scripts, by name
     * @param tools versions of the host's tools, by name
     */
    DebianRecipes(SortedMap<String, String> scripts, SortedMap<String, String> tools) {
        this.scripts = scripts;
        this.tools = tools;
    }

    /**
     * @param sources the project's files that the spec names
     * @param lock versions of packages; those of other wishes than the spec's count for nothing
     * @return lowest layer first
     */
    List<LayerRecipe> of(SystemSpec spec, ProjectSources sources, SystemLock lock) {
        List<LayerRecipe> result = new ArrayList<>();
        LayerRecipe kernel = kernel(spec.base(), lock);
        LayerRecipe base = base(spec.base(), lock);
        result.add(kernel);
        result.add(base);
        LayerRecipe below = base;
        List<String> packages = DebianRecipe.packages(spec);
        if (!packages.isEmpty()) {
            below = packages(spec, sources, packages, base.digest(), lock);
            result.add(below);
        }
        if (BundleLayer.needed(spec)) {
            below = bundles(spec, sources, below.digest());
            result.add(below);
        }
        result.add(config(spec, sources, below.digest()));
        return result;
    }

    private LayerRecipe kernel(Base base, SystemLock lock) {
        Map<String, Object> inputs = common(LayerKind.KERNEL, base, "kernel.sh", "init");
        inputs.put("package", DebianRecipe.KERNEL);
        inputs.put(
                "initrd modules", List.of(DebianRecipe.BOOT_MODULES, DebianRecipe.STATE_MODULES));
        inputs.put(LayerRecipe.VERSIONS, versions(lock, LayerKind.KERNEL, Wishes.kernel(base)));
        inputs.put("tools", tools("mksquashfs", "depmod"));
        return recipe(LayerKind.KERNEL, "Kernel of Debian " + base.release(), inputs, base, 1);
    }

    private LayerRecipe base(Base base, SystemLock lock) {
        Map<String, Object> inputs = common(LayerKind.BASE, base, "base.sh");
        inputs.put("packages", DebianRecipe.BASE_PACKAGES);
        inputs.put("masked units", DebianRecipe.NEEDLESS_UNITS);
        inputs.put(LayerRecipe.VERSIONS, versions(lock, LayerKind.BASE, Wishes.base(base)));
        inputs.put("tools", tools("mmdebstrap", "mksquashfs"));
        return recipe(LayerKind.BASE, "Minimal Debian " + base.release(), inputs, base, 1);
    }

    private LayerRecipe packages(
            SystemSpec spec,
            ProjectSources sources,
            List<String> packages,
            String parent,
            SystemLock lock) {
        Map<String, Object> inputs = common(LayerKind.PACKAGES, spec.base(), "packages.sh");
        inputs.put("parent", parent);
        inputs.put("packages", packages);
        inputs.put("locales", RegionFiles.locales(spec.region()));
        inputs.put("console", List.of(spec.region().keyboard(), console(spec.region().console())));
        inputs.put(
                LayerRecipe.VERSIONS,
                versions(lock, LayerKind.PACKAGES, Wishes.packages(spec, sources, lock)));
        if (!spec.software().repositories().isEmpty()) {
            inputs.put("repositories", spec.software().repositories());
            inputs.put("keys", sources.digests(ProjectSources.ofRepositories(spec)));
        }
        inputs.put("tools", tools("mksquashfs"));
        return recipe(
                LayerKind.PACKAGES,
                "Install " + counted(packages, "package"),
                inputs,
                spec.base(),
                packages.size());
    }

    private static String versions(SystemLock lock, LayerKind kind, String asked) {
        return lock.layer(kind, asked).map(LockedLayer::digest).orElse("not chosen yet");
    }

    /** All but the login, which is a matter of the configuration. */
    private static List<Object> console(Region.Console console) {
        return List.of(
                console.keyboardModel(),
                console.keyboardVariant(),
                console.keyboardOptions(),
                console.fontFace(),
                console.fontSize());
    }

    private LayerRecipe bundles(SystemSpec spec, ProjectSources sources, String parent) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("kind", LayerKind.BUNDLES.name());
        inputs.put("generator", BUNDLES_GENERATOR);
        inputs.put("parent", parent);
        inputs.put("bundles", spec.software().bundles().stream().map(this::bundle).toList());
        Map<String, String> images = new LinkedHashMap<>();
        spec.containers()
                .forEach(
                        container ->
                                container
                                        .imageArchive()
                                        .ifPresent(file -> images.put(container.name(), file)));
        inputs.put("images", images);
        inputs.put("project files", sources.digests(ProjectSources.ofBundles(spec)));
        inputs.put("tools", tools("mksquashfs"));
        List<String> names = new ArrayList<>();
        spec.software().bundles().forEach(bundle -> names.add("the bundle " + bundle.name()));
        images.keySet().forEach(name -> names.add("the image of " + name));
        return recipe(
                LayerKind.BUNDLES,
                "Add " + counted(names, "bundle"),
                inputs,
                spec.base(),
                names.size());
    }

    /** A download is its hash, wherever it comes from. */
    private Map<String, Object> bundle(Bundle bundle) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("name", bundle.name());
        inputs.put(
                "origin",
                switch (bundle.origin()) {
                    case Bundle.Download _ -> bundle.sha256().orElseThrow();
                    case Bundle.FromProject(String source) -> source;
                });
        inputs.put("file", BundleLayer.fileName(bundle));
        inputs.put("unpack", bundle.unpack());
        inputs.put("strip", bundle.strip());
        inputs.put("into", bundle.into());
        inputs.put("files", bundle.files());
        inputs.put("units", bundle.units());
        return inputs;
    }

    private static String counted(List<String> names, String what) {
        return names.size() == 1 ? names.getFirst() : names.size() + " " + what + "s";
    }

    private LayerRecipe config(SystemSpec spec, ProjectSources sources, String parent) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("kind", LayerKind.CONFIG.name());
        inputs.put("generator", CONFIG_GENERATOR);
        inputs.put("parent", parent);
        inputs.put("hostname", spec.hostname());
        inputs.put("timezone", spec.region().timezone());
        inputs.put("locale", List.of(spec.region().locale(), spec.region().localeSettings()));
        inputs.put("autologin", spec.region().console().autologin());
        inputs.put("ntp", spec.region().ntp());
        inputs.put("users", spec.accounts().users());
        inputs.put("groups", spec.accounts().groups());
        inputs.put("sudo", spec.accounts().sudo());
        inputs.put("repositories", spec.software().repositories());
        inputs.put("keys", sources.digests(ProjectSources.ofRepositories(spec)));
        inputs.put("containers", spec.containers());
        inputs.put("services", spec.systemd().services());
        inputs.put("units", spec.systemd().units());
        inputs.put("timers", spec.systemd().timers());
        inputs.put("sshd", spec.sshd());
        inputs.put("network", spec.network());
        inputs.put("files", spec.files());
        inputs.put("project files", sources.digests(ProjectSources.ofConfiguration(spec)));
        inputs.put("kernel settings", List.of(spec.kernel().modules(), spec.kernel().sysctl()));
        inputs.put("storage", storage(spec.storage()));
        return recipe(LayerKind.CONFIG, "Configuration", inputs, spec.base(), 1);
    }

    /** All but sizes: those are the machine's. */
    private static List<Object> storage(Storage storage) {
        return List.of(
                storage.persist(),
                storage.swapMiB().isPresent(),
                storage.disks().stream()
                        .map(d -> List.of(d.name(), d.filesystem(), d.mount(), d.options()))
                        .toList());
    }

    private Map<String, Object> common(LayerKind kind, Base base, String... script) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("kind", kind.name());
        inputs.put("architecture", DebianRecipe.ARCHITECTURE);
        inputs.put("release", base.release());
        base.mirror().ifPresent(mirror -> inputs.put("mirror", mirror));
        Map<String, String> used = new LinkedHashMap<>();
        used.put("prelude.sh", scripts.get("prelude.sh"));
        for (String name : script) {
            used.put(name, scripts.get(name));
        }
        inputs.put("Coppice's scripts", used);
        return inputs;
    }

    private Map<String, String> tools(String... names) {
        Map<String, String> used = new LinkedHashMap<>();
        for (String name : names) {
            used.put(name, tools.getOrDefault(name, "absent"));
        }
        return used;
    }

    private static LayerRecipe recipe(
            LayerKind kind, String title, Map<String, Object> inputs, Base base, int parts) {
        String parent = (String) inputs.get("parent");
        return new LayerRecipe(
                kind,
                title,
                CanonicalInputs.of(inputs),
                kind.name().toLowerCase(java.util.Locale.ROOT) + " " + base.release(),
                Math.max(1, parts),
                parent == null ? List.of() : List.of(parent));
    }
}
