package dev.coppice.app.shell;

import dev.coppice.app.session.Evaluated;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.UserSettingsFile;
import dev.coppice.app.start.Starting;
import dev.coppice.app.theme.ThemeSwitch;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.store.Generation;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a window is made of.
 *
 * @param timer for pauses and looks at the file; runs nothing that blocks
 * @param evaluated what the tools of targets said of specs; {@code analysis} adds it
 * @param analysis makes the analysis of the project in a folder
 * @param pages makes the pages of a project
 * @param changes the number of changes between an earlier spec's text and an analysis
 * @param starting what the start page works with
 */
public record WindowParts(
        Services services,
        ScheduledExecutorService timer,
        UserSettingsFile settings,
        ThemeSwitch theme,
        BugDialog bugs,
        Evaluated evaluated,
        Function<Path, Function<SpecText, Analysis>> analysis,
        ProjectSpace.PageMaker pages,
        BiFunction<Generation, Analysis, OptionalInt> changes,
        Starting starting) {}
