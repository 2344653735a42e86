package dev.coppice.model.analysis;

import static dev.coppice.model.analysis.Reading.flag;
import static dev.coppice.model.analysis.Reading.number;
import static dev.coppice.model.analysis.Reading.optional;
import static dev.coppice.model.analysis.Reading.text;
import static dev.coppice.model.analysis.Reading.texts;
import static dev.coppice.model.analysis.Reading.values;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.Container;
import dev.coppice.model.spec.Repository;
import dev.coppice.model.spec.Software;

/** Binds packages, repositories, bundles and containers. */
final class SoftwareBinder {

    private SoftwareBinder() {}

    static Software software(Bound.Fields root) {
        return new Software(
                texts(root, "packages"),
                root.records("repositories").stream().map(SoftwareBinder::repository).toList(),
                root.records("bundles").stream().map(SoftwareBinder::bundle).toList());
    }

    private static Repository repository(Bound.Fields repository) {
        Repository.Key key =
                optional(repository, "keySource")
                        .<Repository.Key>map(Repository.FromProject::new)
                        .orElseGet(() -> new Repository.Inline(text(repository, "key")));
        return new Repository(
                text(repository, "name"),
                text(repository, "url"),
                texts(repository, "suites"),
                texts(repository, "components"),
                key);
    }

    private static Bundle bundle(Bound.Fields bundle) {
        Bundle.Origin origin =
                optional(bundle, "source")
                        .<Bundle.Origin>map(Bundle.FromProject::new)
                        .orElseGet(() -> new Bundle.Download(text(bundle, "url")));
        String name = text(bundle, "name");
        return new Bundle(
                name,
                origin,
                optional(bundle, "sha256"),
                text(bundle, "unpack").equals("auto"),
                number(bundle, "strip"),
                optional(bundle, "into").orElse("/opt/" + name),
                bundle.records("files").stream().map(SoftwareBinder::placed).toList(),
                texts(bundle, "units"));
    }

    private static Bundle.Placed placed(Bound.Fields file) {
        return new Bundle.Placed(
                text(file, "from"), text(file, "to"), Integer.parseInt(text(file, "mode"), 8));
    }

    static Container container(Bound.Fields container) {
        return new Container(
                text(container, "name"),
                text(container, "image"),
                optional(container, "imageArchive"),
                texts(container, "ports"),
                values(container.record("environment")),
                texts(container, "volumes"),
                texts(container, "command"),
                optional(container, "user"),
                flag(container, "autoStart").orElseThrow(),
                texts(container, "dependsOn"));
    }
}
