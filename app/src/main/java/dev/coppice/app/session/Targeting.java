package dev.coppice.app.session;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.store.Target;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What the spec of each project is built into; may be used from any thread. */
public interface Targeting {

    /** The target of a project; Debian until another is chosen. */
    Target of(Path folder);

    /**
     * Chooses the target of a project, and keeps the choice.
     *
     * @throws IOException when it cannot be kept; it is chosen all the same
     */
    void choose(Path folder, Target target) throws IOException;

    /** What to build from an analysed text; empty while it has errors. */
    Optional<BuildRequest> request(Analysis analysis, Path folder);

    /** Every spec is built into layers of Debian. */
    static Targeting debian() {
        return new Targeting() {
            @Override
            public Target of(Path folder) {
                return Target.DEBIAN;
            }

            @Override
            public void choose(Path folder, Target target) {
                throw new UnsupportedOperationException("there is one target");
            }

            @Override
            public Optional<BuildRequest> request(Analysis analysis, Path folder) {
                return BuildRequest.of(analysis, folder);
            }
        };
    }
}
