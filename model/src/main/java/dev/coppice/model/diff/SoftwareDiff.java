package dev.coppice.model.diff;

import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.Repository;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/** Compares packages, repositories and bundles. */
record SoftwareDiff(Labels labels) implements Differ {

    @Override
    public void diff(SystemSpec before, SystemSpec after, List<Change> changes) {
        new Collector("packages", changes)
                .values(
                        "package",
                        YamlPath.of("packages"),
                        before.software().packages(),
                        after.software().packages());
        var repositories = new Collector("repositories", changes);
        repositories.named(
                "repository",
                (thing, i) -> YamlPath.of("repositories", i),
                before.software().repositories(),
                after.software().repositories(),
                Repository::name,
                (pair, path) -> repository(pair, path, repositories));
        var bundles = new Collector("bundles", changes);
        bundles.named(
                "bundle",
                (thing, i) -> YamlPath.of("bundles", i),
                before.software().bundles(),
                after.software().bundles(),
                Bundle::name,
                (pair, path) -> bundle(pair, path, bundles));
    }

    private void repository(Collector.Pair<Repository> pair, YamlPath path, Collector to) {
        Repository old = pair.before();
        Repository now = pair.after();
        String what = "repository " + pair.name() + ": ";
        to.value(what + labels.of("repositories[].url"), path.key("url"), old.url(), now.url());
        to.values(what + "suite", path.key("suites"), old.suites(), now.suites());
        to.values(what + "component", path.key("components"), old.components(), now.components());
        boolean inline = now.key() instanceof Repository.Inline;
        String key = inline ? "key" : "keySource";
        if (!old.key().equals(now.key())) {
            to.value(
                    what + labels.of("repositories[]." + key),
                    path.key(key),
                    Texts.archiveKey(old.key()),
                    inline ? "another key" : Texts.archiveKey(now.key()));
        }
    }

    private void bundle(Collector.Pair<Bundle> pair, YamlPath path, Collector to) {
        Bundle old = pair.before();
        Bundle now = pair.after();
        String what = "bundle " + pair.name() + ": ";
        String key = now.origin() instanceof Bundle.Download ? "url" : "source";
        to.value(
                what + labels.of("bundles[]." + key),
                path.key(key),
                Texts.origin(old.origin()),
                Texts.origin(now.origin()));
        to.optional(
                what + labels.of("bundles[].sha256"),
                path.key("sha256"),
                old.sha256(),
                now.sha256());
        to.value(
                what + labels.of("bundles[].unpack"),
                path.key("unpack"),
                old.unpack() ? "auto" : "none",
                now.unpack() ? "auto" : "none");
        to.value(what + labels.of("bundles[].strip"), path.key("strip"), old.strip(), now.strip());
        to.value(what + labels.of("bundles[].into"), path.key("into"), old.into(), now.into());
        to.values(what + "file", path.key("files"), old.files(), now.files(), Texts::placed);
        to.values(what + "unit file", path.key("units"), old.units(), now.units());
    }
}
