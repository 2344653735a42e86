package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.Base;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.build.CanonicalInputs;
import dev.coppice.runner.build.LayerRecipe;
import dev.coppice.runner.store.LayerKind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The recipes of all layers of a Debian image: what each is made from, and so its name. Pure. */
final class DebianRecipes {

    /** Raised whenever the configuration layer gets other bytes from the same inputs. */
    private static final int CONFIG_GENERATOR = 1;

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
     * @param files digests of the project's files that the spec names, by path
     * @return lowest layer first
     */
    List<LayerRecipe> of(SystemSpec spec, SortedMap<String, String> files) {
        List<LayerRecipe> result = new ArrayList<>();
        LayerRecipe kernel = kernel(spec.base());
        LayerRecipe base = base(spec.base());
        result.add(kernel);
        result.add(base);
        LayerRecipe below = base;
        List<String> packages = DebianRecipe.packages(spec);
        if (!packages.isEmpty()) {
            below = packages(spec, packages, base.digest());
            result.add(below);
        }
        result.add(config(spec, files, below.digest()));
        return result;
    }

    private LayerRecipe kernel(Base base) {
        Map<String, Object> inputs = common(LayerKind.KERNEL, base, "kernel.sh", "init");
        inputs.put("package", DebianRecipe.KERNEL);
        inputs.put(
                "initrd modules", List.of(DebianRecipe.BOOT_MODULES, DebianRecipe.STATE_MODULES));
        inputs.put("tools", tools("mmdebstrap", "mksquashfs", "depmod"));
        return recipe(LayerKind.KERNEL, "Kernel of Debian " + base.release(), inputs, base, 1);
    }

    private LayerRecipe base(Base base) {
        Map<String, Object> inputs = common(LayerKind.BASE, base, "base.sh");
        inputs.put("packages", DebianRecipe.BASE_PACKAGES);
        inputs.put("masked units", DebianRecipe.NEEDLESS_UNITS);
        inputs.put("tools", tools("mmdebstrap", "mksquashfs"));
        return recipe(LayerKind.BASE, "Minimal Debian " + base.release(), inputs, base, 1);
    }

    private LayerRecipe packages(SystemSpec spec, List<String> packages, String parent) {
        Map<String, Object> inputs = common(LayerKind.PACKAGES, spec.base(), "packages.sh");
        inputs.put("parent", parent);
        inputs.put("packages", packages);
        inputs.put("locale", spec.region().locale());
        inputs.put("keyboard", spec.region().keyboard());
        inputs.put("tools", tools("mksquashfs"));
        String title =
                packages.size() == 1
                        ? "Install " + packages.getFirst()
                        : "Install " + packages.size() + " packages";
        return recipe(LayerKind.PACKAGES, title, inputs, spec.base(), packages.size());
    }

    private LayerRecipe config(SystemSpec spec, SortedMap<String, String> files, String parent) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("kind", LayerKind.CONFIG.name());
        inputs.put("generator", CONFIG_GENERATOR);
        inputs.put("parent", parent);
        inputs.put("hostname", spec.hostname());
        inputs.put("timezone", spec.region().timezone());
        inputs.put("locale", spec.region().locale());
        inputs.put("keyboard", spec.region().keyboard());
        inputs.put("more languages", spec.region().locales());
        inputs.put("formats", spec.region().localeSettings());
        inputs.put("console", spec.region().console());
        inputs.put("network time", spec.region().ntp());
        inputs.put("users", spec.accounts().users());
        inputs.put("groups", spec.accounts().groups());
        inputs.put("sudo rules", spec.accounts().sudo());
        inputs.put("repositories", spec.software().repositories());
        inputs.put("bundles", spec.software().bundles());
        inputs.put("containers", spec.containers());
        inputs.put("SSH server", spec.sshd());
        inputs.put("timers", spec.systemd().timers());
        inputs.put("services", spec.systemd().services());
        inputs.put("units", spec.systemd().units());
        inputs.put("network", spec.network());
        inputs.put("files", spec.files());
        inputs.put("project files", files);
        inputs.put("kernel settings", List.of(spec.kernel().modules(), spec.kernel().sysctl()));
        inputs.put("storage", spec.storage());
        return recipe(LayerKind.CONFIG, "Configuration", inputs, spec.base(), 1);
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
