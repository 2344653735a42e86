package dev.coppice.app;

import dev.coppice.app.compose.editor.SpecView;
import dev.coppice.app.options.OptionMemory;
import dev.coppice.app.packages.PackageMemory;
import dev.coppice.app.session.Evaluated;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.SpecFile;
import dev.coppice.app.session.TargetChoices;
import dev.coppice.app.session.UserSettings;
import dev.coppice.app.session.UserSettingsFile;
import dev.coppice.app.shell.BugDialog;
import dev.coppice.app.shell.ProjectWindow;
import dev.coppice.app.shell.WindowParts;
import dev.coppice.app.start.Starting;
import dev.coppice.app.theme.ThemeSwitch;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.export.TargetFindings;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.runner.index.PackageIndexes;
import dev.coppice.runner.nix.NixQuestions;
import dev.coppice.runner.nixos.OptionTables;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.StoreLocation;

import javafx.application.Platform;
import javafx.stage.Stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The composition root of the window. */
public final class Wiring {

    private static final int NO_DISPLAY = 4;

    private final WindowArguments arguments;
    private final Engine engine;
    private final PackageIndexes packages;
    private final OptionTables options;
    private final Path home;
    private final Map<String, String> environment;
    private final UserSettingsFile settings;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("timer").factory());
    private final CountDownLatch ended = new CountDownLatch(1);

    private Wiring(WindowArguments arguments, Map<String, String> environment, Path home) {
        this.arguments = arguments;
        this.home = home;
        this.environment = environment;
        this.packages = Engines.packages(environment);
        this.options = Engines.options(environment);
        this.engine = Engines.open(StoreLocation.of(arguments.store(), environment));
        this.settings = new UserSettingsFile(settingsFile(environment, home));
    }

    /**
     * Opens the window and returns when it is closed.
     *
     * @return the program's exit code
     */
    public static int openWindow(WindowArguments arguments) {
        Map<String, String> environment = System.getenv();
        if (noDisplay(environment)) {
            System.err.println(
                    "coppice: there is no display for the window (DISPLAY is not set)."
                            + " Try 'coppice demo' or 'coppice --help'.");
            return NO_DISPLAY;
        }
        return new Wiring(arguments, environment, Path.of(System.getProperty("user.home"))).run();
    }

    private static boolean noDisplay(Map<String, String> environment) {
        return System.getProperty("os.name").equals("Linux")
                && environment.getOrDefault("DISPLAY", "").isEmpty()
                && environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    private int run() {
        UserSettings remembered = settings.load();
        Optional<Path> project = project(remembered);
        Runtime.getRuntime().addShutdownHook(new Thread(engine::close, "stop machines"));
        Platform.setImplicitExit(false);
        Platform.startup(() -> show(remembered, project));
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        background.shutdown();
        timer.shutdownNow();
        Platform.exit();
        return 0;
    }

    private void show(UserSettings remembered, Optional<Path> project) {
        var bugs = new BugDialog(Platform::runLater);
        Thread.setDefaultUncaughtExceptionHandler(bugs);
        Thread.currentThread().setUncaughtExceptionHandler(bugs);
        var schema = new SpecSchema();
        var memory = new PackageMemory();
        var known = new OptionMemory();
        var analyzer = new Analyzer(schema, memory, known);
        var exporters = new Exporters();
        var services =
                new Services(
                        engine.builder(),
                        engine.evaluator(),
                        engine.generations(),
                        engine.machines(),
                        new ChosenTargets(
                                new TargetChoices(
                                        settings.path().resolveSibling("built-into.properties")),
                                new TargetRequests(schema, exporters),
                                () -> BuildSettings.of(environment)),
                        packages,
                        engine.care(),
                        background,
                        Platform::runLater);
        var targets = new TargetChoices(settings.path().resolveSibling("targets.properties"));
        var losses = new TargetFindings(schema, exporters);
        var evaluated = new Evaluated();
        var pages =
                new PageWiring(
                        services,
                        schema,
                        analyzer,
                        new PageWiring.Memories(memory, options, known),
                        exporters,
                        targets);
        var parts =
                new WindowParts(
                        services,
                        timer,
                        settings,
                        new ThemeSwitch(remembered.look()),
                        bugs,
                        evaluated,
                        folder ->
                                text -> {
                                    var files = new FolderFiles(folder);
                                    Analysis analysis = analyzer.analyze(text, files);
                                    Analysis whole =
                                            losses.add(analysis, files, targets.of(folder));
                                    return losses.located(whole, evaluated.of(folder, analysis));
                                },
                        pages::pages,
                        pages::countChanges,
                        new Starting(
                                ExampleProject::create,
                                new ForeignReader(
                                        schema,
                                        new NixQuestions(ProcessRunner.ofHost()),
                                        background),
                                ImportedProject::create,
                                SpecView::new,
                                home.resolve("Coppice"),
                                InstantSource.system()));
        var window = new ProjectWindow(new Stage(), parts, ended::countDown);
        project.ifPresentOrElse(window::show, window::show);
    }

    /** The project that was asked for, else the last one that is still there. */
    private Optional<Path> project(UserSettings remembered) {
        return arguments
                .project()
                .or(
                        () ->
                                remembered.recent().stream()
                                        .map(UserSettings.Recent::folder)
                                        .filter(each -> Files.exists(each.resolve(SpecFile.NAME)))
                                        .findFirst());
    }

    private static Path settingsFile(Map<String, String> environment, Path home) {
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path base = config.isEmpty() ? home.resolve(".config") : Path.of(config);
        return base.resolve("coppice").resolve("window.properties");
    }
}
