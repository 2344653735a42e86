package dev.coppice.app;

import dev.coppice.app.session.TargetChoices;
import dev.coppice.app.session.Targeting;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.store.Target;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The targets of projects, as their user has chosen them in the top bar. */
final class ChosenTargets implements Targeting {

    private final TargetChoices choices;
    private final TargetRequests requests;
    private final Supplier<BuildSettings> settings;

    /**
     * @param choices where the choices are kept: one for each project
     * @param settings read for each request, so that a change needs no new start
     */
    ChosenTargets(
            TargetChoices choices, TargetRequests requests, Supplier<BuildSettings> settings) {
        this.choices = choices;
        this.requests = requests;
        this.settings = settings;
    }

    @Override
    public Target of(Path folder) {
        return choices.of(folder).stream()
                .flatMap(id -> Target.find(id).stream())
                .findFirst()
                .orElse(Target.DEBIAN);
    }

    @Override
    public void choose(Path folder, Target target) throws IOException {
        for (Target each : Target.values()) {
            choices.choose(folder, each.id(), each == target && target != Target.DEBIAN);
        }
        choices.save();
    }

    @Override
    public Optional<BuildRequest> request(Analysis analysis, Path folder) {
        return requests.of(analysis, folder, of(folder), settings.get());
    }
}
