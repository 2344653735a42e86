package dev.coppice.app.window;

import dev.coppice.app.ExampleProject;
import dev.coppice.app.FolderFiles;
import dev.coppice.app.ForeignReader;
import dev.coppice.app.ImportedProject;
import dev.coppice.app.compose.ComposePage;
import dev.coppice.app.compose.ComposeViewModel;
import dev.coppice.app.compose.completion.CompletionModel;
import dev.coppice.app.compose.completion.ProjectPaths;
import dev.coppice.app.compose.editor.SpecView;
import dev.coppice.app.compose.explain.ExplainViewModel;
import dev.coppice.app.compose.form.dialog.FormTools;
import dev.coppice.app.options.OptionMemory;
import dev.coppice.app.options.OptionModel;
import dev.coppice.app.packages.PackageListModel;
import dev.coppice.app.packages.PackageMemory;
import dev.coppice.app.session.Evaluated;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.SpecSession;
import dev.coppice.app.session.Targeting;
import dev.coppice.app.session.UserSettingsFile;
import dev.coppice.app.shell.BugDialog;
import dev.coppice.app.shell.Navigation;
import dev.coppice.app.shell.Page;
import dev.coppice.app.shell.Pages;
import dev.coppice.app.shell.ProjectWindow;
import dev.coppice.app.shell.WindowParts;
import dev.coppice.app.start.Starting;
import dev.coppice.app.theme.ThemeSwitch;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.complete.Completer;
import dev.coppice.model.packages.PackageSource;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildStep;
import dev.coppice.runner.build.Builder;
import dev.coppice.runner.build.Evaluator;
import dev.coppice.runner.host.PasswordHasher;
import dev.coppice.runner.host.PublicKeys;
import dev.coppice.runner.index.PackageIndexes;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.nix.NixQuestions;
import dev.coppice.runner.nixos.OptionTables;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Generations;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.vm.MachineHost;
import dev.coppice.runner.vm.RunOptions;
import dev.coppice.runner.vm.VirtualMachine;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.testfx.util.WaitForAsyncUtils;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;

/** The whole window on a project in a folder, with nothing behind it that builds or boots. */
final class WindowFixture implements AutoCloseable {

    final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    final ScheduledExecutorService timer =
            new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());
    final List<BuildRequest> built = new ArrayList<>();
    final ThemeSwitch theme;
    final ProjectWindow window;
    private final PackageIndexes lists;
    PackageListModel list;
    OptionModel options;
    private final OptionMemory known = new OptionMemory();
    private final OptionTables tables;
    SpecSession session;
    boolean ended;
    Optional<Path> chosen = Optional.empty();

    private final Services services;

    /** Without any list of packages, and without a network to get one. */
    WindowFixture(Stage stage, Path folder, Path settings) {
        this(stage, Optional.of(folder), settings, folder.resolve(".cache"));
    }

    /**
     * @param project the project to open; without one, the start page
     */
    WindowFixture(Stage stage, Optional<Path> project, Path settings) {
        this(stage, project, settings, settings.resolveSibling(".cache"));
    }

    /**
     * @param project the project to open; without one, the start page
     * @param cache where lists of packages are kept
     */
    WindowFixture(Stage stage, Optional<Path> project, Path settings, Path cache) {
        lists =
                PackageIndexes.of(
                        cache,
                        Map.of("http_proxy", "http://127.0.0.1:9"),
                        ProcessRunner.ofHost(),
                        task -> Thread.ofVirtual().start(task));
        theme = new ThemeSwitch(dev.coppice.app.session.UserSettings.Look.LIGHT);
        tables =
                OptionTables.of(
                        cache,
                        Map.of("https_proxy", "http://127.0.0.1:9"),
                        ProcessRunner.ofHost(),
                        task -> Thread.ofVirtual().start(task));
        var analyzer = new Analyzer(new SpecSchema(), PackageSource.NONE, known);
        services =
                new Services(
                        new PlanOnly(),
                        (request, stop) -> new Evaluator.Evaluation.Fine(),
                        none(),
                        new NoMachines(),
                        Targeting.debian(),
                        lists,
                        null,
                        background,
                        Platform::runLater);
        var parts =
                new WindowParts(
                        services,
                        timer,
                        new UserSettingsFile(settings),
                        theme,
                        new BugDialog(Platform::runLater),
                        new Evaluated(),
                        at -> text -> analyzer.analyze(text, new FolderFiles(at)),
                        this::pages,
                        (before, now) -> OptionalInt.of(2),
                        new Starting(
                                ExampleProject::create,
                                new ForeignReader(
                                        new SpecSchema(),
                                        new NixQuestions(ProcessRunner.ofHost()),
                                        task -> Thread.ofVirtual().start(task)),
                                ImportedProject::create,
                                SpecView::new,
                                settings.resolveSibling("projects"),
                                InstantSource.system()));
        window = new ProjectWindow(stage, parts, () -> ended = true);
        project.ifPresentOrElse(window::show, window::show);
    }

    private Pages pages(SpecSession opened, Navigation navigation) {
        session = opened;
        list =
                new PackageListModel(
                        lists,
                        new PackageMemory(),
                        release -> release.equals("bookworm"),
                        background,
                        Platform::runLater,
                        opened::analyseAgain);
        opened.observe(list);
        list.analysed(opened.analysis());
        options =
                new OptionModel(
                        tables, known, background, Platform::runLater, opened::analyseAgain);
        opened.observe(options);
        options.analysed(opened.analysis());
        var completion =
                new CompletionModel(
                        opened,
                        new Completer(new SpecSchema()),
                        list,
                        options,
                        new ProjectPaths(opened.folder(), "system.yaml"),
                        background,
                        Platform::runLater);
        return new Pages(
                new ComposePage(
                        new ComposeViewModel(opened, new SpecSchema(), new YamlPatcher()),
                        tools(opened.folder()),
                        completion,
                        new ExplainViewModel(opened, services, new SpecSchema())),
                new NoBuild(),
                new NoBoot(),
                new Blank(),
                new NoCompare(),
                new Blank());
    }

    /** What the form asks for a file, and where its owner's keys lie. */
    private FormTools tools(Path folder) {
        return new FormTools(
                folder,
                new PasswordHasher(),
                new PublicKeys(folder.resolveSibling("ssh")),
                (owner, title, from) -> chosen,
                list,
                options,
                background,
                Platform::runLater);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        // What the timer has asked for may still wait for its turn.
        WaitForAsyncUtils.waitForFxEvents();
        background.shutdownNow();
    }

    private static Generations none() {
        return (Generations)
                Proxy.newProxyInstance(
                        WindowFixture.class.getClassLoader(),
                        new Class<?>[] {Generations.class},
                        (self, method, arguments) -> List.of());
    }

    private static class Blank implements Page {
        private final StackPane node = new StackPane();

        @Override
        public Node node() {
            return node;
        }
    }

    private final class NoBuild extends Blank implements Pages.Building {
        @Override
        public CompletableFuture<JobOutcome<Generation>> build(BuildRequest request) {
            built.add(request);
            return CompletableFuture.completedFuture(new JobOutcome.Cancelled<>());
        }
    }

    private static final class NoBoot extends Blank implements Pages.Booting {
        @Override
        public void boot(Generation generation, RunOptions options) {}
    }

    private static final class NoCompare extends Blank implements Pages.Comparing {
        @Override
        public void compare(Generation earlier, Generation later) {}
    }

    private static final class PlanOnly implements Builder {
        @Override
        public BuildPlan plan(BuildRequest request) {
            var steps = new ArrayList<BuildStep>();
            for (LayerKind kind : EnumSet.complementOf(EnumSet.of(LayerKind.IMAGE))) {
                boolean cached = kind != LayerKind.CONFIG;
                steps.add(new BuildStep(kind, kind.name(), "", cached, "", Duration.ZERO, 0));
            }
            return new BuildPlan(steps, Duration.ofMillis(1800));
        }

        @Override
        public JobHandle<Generation> build(BuildRequest request, Consumer<JobEvent> events) {
            throw new UnsupportedOperationException("nothing is built here");
        }
    }

    private static final class NoMachines implements MachineHost {
        @Override
        public VirtualMachine start(Generation generation, RunOptions options) {
            throw new UnsupportedOperationException("nothing is booted here");
        }

        @Override
        public List<VirtualMachine> running() {
            return List.of();
        }

        @Override
        public List<LeftOver> leftOvers() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
