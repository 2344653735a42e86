package dev.coppice.model.include;

import dev.coppice.model.yaml.YamlPath;

/** Where a value stands: in which file, and at which path of that file. */
record Source(Fragment fragment, YamlPath path) {

    Source step(YamlPath.Step step) {
        YamlPath below =
                switch (step) {
                    case YamlPath.Key key -> path.key(key.name());
                    case YamlPath.Index index -> path.index(index.index());
                };
        return new Source(fragment, below);
    }
}
