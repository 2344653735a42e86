package dev.coppice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.compose.editor.SpecView;
import dev.coppice.app.options.OptionMemory;
import dev.coppice.app.packages.PackageMemory;
import dev.coppice.app.session.Evaluated;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.TargetChoices;
import dev.coppice.app.session.Targeting;
import dev.coppice.app.session.UserSettings.Look;
import dev.coppice.app.session.UserSettingsFile;
import dev.coppice.app.shell.BugDialog;
import dev.coppice.app.shell.ProjectWindow;
import dev.coppice.app.shell.WindowParts;
import dev.coppice.app.start.Starting;
import dev.coppice.app.theme.ThemeSwitch;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.runner.host.Finding;
import dev.coppice.runner.host.HostDoctor;
import dev.coppice.runner.nix.NixQuestions;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.vm.VirtualMachine;
import dev.coppice.runner.vm.VmState;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The whole loop in the real window: compose, build, boot, type, check, build again, compare. All
 * parts are the real ones.
 */
@Tag("vm")
@Tag("window")
class LoopStoryVmTest {

    private static final Duration BUILD_AND_BOOT = Duration.ofMinutes(15);

    @TempDir private Path folder;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Throwable> bugs = new ArrayList<>();
    private Path project;
    private Engine engine;
    private StoryDriver window;

    @BeforeEach
    void open() throws Exception {
        StoryDriver.assumeDisplay();
        Path store = folder.resolve("store");
        ProcessRunner processes = ProcessRunner.ofHost();
        StoryDriver.assumeNone(
                new HostDoctor(processes, store, System.getenv())
                        .examine(true, new Cancellation()).stream()
                                .filter(f -> f.state() == Finding.State.MISSING)
                                .map(f -> f.title() + ": " + f.detail())
                                .toList());
        project = folder.resolve("web");
        ExampleProject.create(new Examples().standard(), project);
        // The example's own port of the host may be taken by somebody who runs the example.
        Path file = project.resolve("system.yaml");
        Files.writeString(file, Files.readString(file).replace("8080:80", freePort() + ":80"));
        engine = Engines.open(store);
        window = StoryDriver.open(this::show);
    }

    private void show(Stage stage) {
        var analyzer = new Analyzer(new SpecSchema());
        var services =
                new Services(
                        engine.builder(),
                        engine.evaluator(),
                        engine.generations(),
                        engine.machines(),
                        Targeting.debian(),
                        Engines.packages(System.getenv()),
                        engine.care(),
                        background,
                        Platform::runLater);
        var pages =
                new PageWiring(
                        services,
                        new SpecSchema(),
                        analyzer,
                        new PageWiring.Memories(
                                new PackageMemory(),
                                Engines.options(System.getenv()),
                                new OptionMemory()),
                        new Exporters(),
                        new TargetChoices(folder.resolve("targets.properties")));
        Thread.currentThread().setUncaughtExceptionHandler((t, bug) -> bugs.add(bug));
        var parts =
                new WindowParts(
                        services,
                        timer,
                        new UserSettingsFile(folder.resolve("window.properties")),
                        new ThemeSwitch(Look.LIGHT),
                        new BugDialog(Platform::runLater),
                        new Evaluated(),
                        at -> text -> analyzer.analyze(text, new FolderFiles(at)),
                        pages::pages,
                        pages::countChanges,
                        new Starting(
                                ExampleProject::create,
                                new ForeignReader(
                                        new SpecSchema(),
                                        new NixQuestions(ProcessRunner.ofHost()),
                                        task -> Thread.ofVirtual().start(task)),
                                ImportedProject::create,
                                SpecView::new,
                                folder.resolve("projects"),
                                InstantSource.system()));
        new ProjectWindow(stage, parts, ended::countDown).show(project);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
        background.shutdown();
        timer.shutdownNow();
    }

    @Test
    void composeBuildBootTypeCheckCompare() throws Exception {
        String before = window.specText();
        window.replaceField("field-hostname", "web-77");
        String after = window.specText();
        assertThat(after).isEqualTo(before.replace("hostname: web-01", "hostname: web-77"));

        window.click("#build-boot");
        VirtualMachine first = machine(1);
        window.shoot("booting");
        untilReady(first);
        window.waitFor("the login screen", Duration.ofMinutes(3), window::screenHasText);
        window.waitFor("all checks", Duration.ofMinutes(5), () -> window.shows("5 of 5 passed"));
        assertThat(window.shows("web-77")).as("the host name among the facts").isTrue();
        window.shoot("ready");

        logInAndLeaveAMark(first);
        window.shoot("typed");
        first.firstBoot().get(3, TimeUnit.MINUTES);

        window.click("#rail-compose");
        window.replaceField("field-hostname", "web-78");
        window.click("#build-boot");
        VirtualMachine second = machine(2);
        assertThat(first.ended().get(2, TimeUnit.MINUTES)).isEqualTo(VmState.STOPPED);
        untilReady(second);
        second.firstBoot().get(5, TimeUnit.MINUTES);
        Generation latest = engine.generations().find("web-server", 2).orElseThrow();
        assertThat(latest.layers().stream().filter(l -> !l.reused()).map(LayerRef::kind))
                .containsExactly(LayerKind.CONFIG);

        window.click("#rail-generations");
        window.waitFor(
                "both generations", Duration.ofSeconds(30), () -> window.shows("Generation 2"));
        window.shoot("generations");
        window.click("#rail-compare");
        window.waitFor(
                "the comparison",
                Duration.ofSeconds(30),
                () -> window.shows("web-77") && window.shows("web-78"));
        assertThat(window.text(".compare-page .page-subtitle")).startsWith("1 setting changed");
        window.shoot("compare");

        window.close();
        assertThat(ended.await(2, TimeUnit.MINUTES)).as("the window has gone").isTrue();
        assertThat(engine.machines().running()).isEmpty();
        assertThat(bugs).isEmpty();
    }

    private VirtualMachine machine(int generation) throws Exception {
        window.waitFor(
                "machine of generation " + generation,
                BUILD_AND_BOOT,
                () -> running(generation) || window.shows("Try again"));
        assertThat(running(generation)).as("generation %d runs", generation).isTrue();
        return engine.machines().running().stream()
                .filter(m -> m.generation().number() == generation)
                .findFirst()
                .orElseThrow();
    }

    private boolean running(int generation) {
        return engine.machines().running().stream()
                .anyMatch(m -> m.generation().number() == generation);
    }

    private void untilReady(VirtualMachine machine) throws Exception {
        window.waitFor(
                "ready",
                BUILD_AND_BOOT,
                () -> machine.state() == VmState.READY || machine.state() == VmState.FAILED);
        assertThat(machine.problem()).isEmpty();
    }

    /** What was typed on the screen must come out of the machine's serial line. */
    private void logInAndLeaveAMark(VirtualMachine machine) throws Exception {
        window.click(".machine-screen");
        window.type("demo\n");
        window.waitUntilStill();
        window.type("coppice\n");
        window.waitUntilStill();
        window.type("echo coppice | sudo -S sh -c 'echo Typed by $((6*7)) hands > /dev/ttyS0'\n");
        window.waitFor(
                "what was typed",
                Duration.ofMinutes(2),
                () -> machine.serial().scrollback().contains("Typed by 42 hands"));
    }
}
