package dev.coppice.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.build.BuildPage;
import dev.coppice.app.build.BuildViewModel;
import dev.coppice.app.compare.ComparePage;
import dev.coppice.app.compare.CompareViewModel;
import dev.coppice.app.fx.NextPulse;
import dev.coppice.app.generations.FileQuestions;
import dev.coppice.app.generations.GenerationsPage;
import dev.coppice.app.generations.GenerationsViewModel;
import dev.coppice.app.preview.PreviewPage;
import dev.coppice.app.preview.PreviewViewModel;
import dev.coppice.app.session.UserSettings.Look;
import dev.coppice.app.shell.Page;
import dev.coppice.model.spec.Machine;
import dev.coppice.runner.compare.ComparedFile;
import dev.coppice.runner.compare.Comparer;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Marks;
import dev.coppice.runner.vm.RunOptions;
import dev.coppice.runner.vm.VmState;

import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import javax.imageio.ImageIO;

/** The pages in a real window, in the states that people meet; each leaves a picture. */
@Tag("window")
class PagesWindowTest {

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final AtomicInteger ports = new AtomicInteger(8080);
    private final Steps steps = new Steps();
    private final PlayedBuilder builder = new PlayedBuilder(Samples.plan());
    private final PlayedHost host = new PlayedHost();
    private Window window;
    @TempDir private Path folder;

    @BeforeEach
    void open() throws Exception {
        window = Window.open();
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
        background.shutdown();
    }

    /** Until what was given to the background is done, and shown. */
    private void settle() {
        for (int i = 0; i < 3; i++) {
            CompletableFuture.runAsync(() -> {}, background).join();
            Window.settle();
        }
    }

    private void shootAll(Page page, String name) {
        window.show(page.node());
        Window.run(page::shown);
        settle();
        window.size(1280, 800);
        window.assertWalk(name);
        assertDrawn(window.shoot(name + "-light"));
        window.look(Look.DARK);
        assertDrawn(window.shoot(name + "-dark"));
        window.size(1920, 1080);
        window.look(Look.LIGHT);
        assertDrawn(window.shoot(name + "-large"));
        window.size(1280, 800);
    }

    private static void assertDrawn(WritableImage image) {
        var colours = new HashSet<Color>();
        for (int x = 0; x < image.getWidth(); x += 3) {
            for (int y = 0; y < image.getHeight(); y += 3) {
                colours.add(image.getPixelReader().getColor(x, y));
            }
        }
        assertThat(colours).as("colours of the picture").hasSizeGreaterThan(20);
    }

    private BuildViewModel build(boolean valid) {
        return new BuildViewModel(
                builder,
                () -> valid ? Optional.of(Samples.request()) : Optional.empty(),
                steps,
                background,
                Platform::runLater,
                new NextPulse(),
                System::nanoTime);
    }

    @Test
    void buildForecast() {
        shootAll(Window.fx(() -> new BuildPage(build(true))), "build-idle");
        shootAll(Window.fx(() -> new BuildPage(build(false))), "build-invalid");
    }

    @Test
    void buildRunningThenFailing() {
        BuildPage page = Window.fx(() -> new BuildPage(build(true)));
        Window.run(() -> page.build(Samples.request()));
        settle();
        builder.reuseBelow();
        builder.start("packages", "Install nginx, htop");
        for (int i = 0; i < 400; i++) {
            builder.log("packages", "Get:%d https://mirror/debian bookworm/main".formatted(i));
        }
        builder.log("packages", "W: some index files are old");
        shootAll(page, "build-busy");
        builder.log("packages", "E: Unable to locate package ngnix");
        builder.end("packages", JobEvent.End.FAILED, 6200, 0, "apt-get ended with 100");
        builder.outcome.complete(
                new JobOutcome.Failed<>(
                        new Problem(
                                "package-unknown",
                                "The package ngnix does not exist in Debian bookworm.",
                                "Look at packages[0] in the spec; did you mean nginx?",
                                List.of(
                                        "Reading package lists...",
                                        "Building dependency tree...",
                                        "E: Unable to locate package ngnix"))));
        shootAll(page, "build-failed");
    }

    @Test
    void buildSucceeded() {
        BuildPage page = Window.fx(() -> new BuildPage(build(true)));
        Window.run(() -> page.build(Samples.request()));
        settle();
        builder.reuseBelow();
        builder.start("packages", "Install nginx, htop");
        builder.log("packages", "Setting up nginx (1.22.1-9) ...");
        builder.end("packages", JobEvent.End.DONE, 13_900, 21_303_296, "+ htop");
        builder.start("config", "Configuration: 14 files");
        builder.end("config", JobEvent.End.DONE, 640, 41_472, "The layer below was made anew");
        builder.outcome.complete(
                new JobOutcome.Succeeded<>(Samples.generation(3, Optional.empty())));
        shootAll(page, "build-done");
    }

    private Path picture(String login) throws Exception {
        var image = new BufferedImage(1280, 800, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setColor(java.awt.Color.BLACK);
        g.fillRect(0, 0, 1280, 800);
        g.setColor(java.awt.Color.LIGHT_GRAY);
        g.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 16));
        g.drawString("Debian GNU/Linux 12 " + login + " tty1", 8, 24);
        g.drawString(login + " login: _", 8, 64);
        g.dispose();
        Path file = folder.resolve(login + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private void paint(PlayedMachine machine, Path picture) throws Exception {
        BufferedImage image = ImageIO.read(picture.toFile());
        int[] pixels = image.getRGB(0, 0, 1280, 800, null, 0, 1280);
        machine.screenView.resized(1280, 800);
        machine.screenView.updated(pixels, 0, 0, 1280, 800);
    }

    /** Two machines cannot have the same. */
    private Machine.Forward nextPort() {
        return new Machine.Forward(ports.incrementAndGet(), 80);
    }

    private PreviewPage preview() {
        var pulse = new NextPulse();
        var model =
                new PreviewViewModel(
                        host,
                        g -> Optional.of(Samples.spec("web-01", "Hi\n", List.of(nextPort()))),
                        steps,
                        background,
                        Platform::runLater,
                        pulse,
                        System::nanoTime);
        return new PreviewPage(model, pulse);
    }

    @Test
    void previewEmptyBootingReadyFailed() throws Exception {
        PreviewPage page = Window.fx(this::preview);
        shootAll(page, "preview-empty");
        Generation generation = Samples.generation(3, Optional.empty());
        Window.run(() -> page.boot(generation, new RunOptions(true, false)));
        settle();
        PlayedMachine machine = host.last();
        machine.become(VmState.RUNNING);
        paint(machine, picture("web-03"));
        shootAll(page, "preview-booting");
        machine.become(VmState.READY);
        machine.report(Samples.facts(3));
        machine.check(Samples.checks(false), true);
        shootAll(page, "preview-ready");
        Window.run(() -> page.boot(generation, new RunOptions(false, true)));
        settle();
        PlayedMachine second = host.last();
        second.print("\u001b[32m[  OK  ]\u001b[0m Reached target multi-user.target.\r\n");
        second.print("\r\nDebian GNU/Linux 12 web-03 ttyS0\r\n\r\nweb-03 login: ");
        second.become(VmState.READY);
        shootAll(page, "preview-serial");
        second.fail(
                new Problem(
                        "guest-never-ready",
                        "The machine did not answer within 120 s of power-on.",
                        "Look at the last lines of its console below; a unit that hangs at boot is"
                                + " the usual reason.",
                        List.of()));
        shootAll(page, "preview-failed");
    }

    private MemoryGenerations store() throws Exception {
        return new MemoryGenerations(
                Samples.generation(4, Optional.empty()),
                Samples.generation(3, Optional.of(Samples.boot(3, Optional.of(picture("web-03"))))),
                Samples.generation(2, Optional.of(Samples.boot(2, Optional.of(picture("web-02"))))),
                Samples.generation(
                        1, Optional.of(Samples.boot(1, Optional.of(picture("web-01"))))));
    }

    @Test
    void generations() throws Exception {
        var full = store();
        full.mark(full.all.get(1), Marks.NONE.pinned(true).labelled("as delivered in March"));
        var session = new PlainSession(Samples.spec("web-01", "Hi\n"));
        for (var store : List.of(full, new MemoryGenerations())) {
            GenerationsPage page =
                    Window.fx(
                            () ->
                                    new GenerationsPage(
                                            new GenerationsViewModel(
                                                    store,
                                                    new PlayedCare(),
                                                    session,
                                                    (a, b) ->
                                                            a.specText().endsWith("web-02\n")
                                                                    ? List.of()
                                                                    : Samples.changes(),
                                                    new PlainProjects(new TreeMap<>()),
                                                    steps,
                                                    background,
                                                    Platform::runLater,
                                                    () -> Samples.NOW),
                                            FileQuestions.ofSystem()));
            shootAll(page, store == full ? "generations" : "generations-empty");
        }
    }

    @Test
    void compare() throws Exception {
        var store = store();
        var model =
                Window.fx(
                        () ->
                                new CompareViewModel(
                                        store,
                                        () -> Optional.of("web-01"),
                                        (a, b) ->
                                                Comparer.compare(
                                                        side(a, "Hi\nall\n"),
                                                        side(b, "Welcome\nall\n"),
                                                        a == b ? List.of() : Samples.changes()),
                                        steps,
                                        background,
                                        Platform::runLater));
        ComparePage page = Window.fx(() -> new ComparePage(model, () -> Samples.NOW));
        shootAll(page, "compare-unbooted");
        Window.run(() -> page.compare(store.all.get(2), store.all.get(1)));
        settle();
        shootAll(page, "compare");
        Window.run(() -> model.onlyDifferencesProperty().set(false));
        shootAll(page, "compare-all");
    }

    private static Comparer.Side side(Generation generation, String motd) {
        return new Comparer.Side(
                generation, ComparedFile.of(Samples.spec("web-0" + generation.number(), motd)));
    }

    @Test
    void compareIdenticalAndEmpty() throws Exception {
        var one = Samples.generation(2, Optional.of(Samples.boot(2, Optional.empty())));
        var twin =
                new Generation(
                        "web-01",
                        3,
                        one.created(),
                        one.specText(),
                        one.layers(),
                        one.kernelVersion(),
                        one.buildTime(),
                        Files.createDirectory(folder.resolve("3")),
                        one.boot());
        for (var store : List.of(new MemoryGenerations(twin, one), new MemoryGenerations(one))) {
            var model =
                    Window.fx(
                            () ->
                                    new CompareViewModel(
                                            store,
                                            () -> Optional.of("web-01"),
                                            (a, b) ->
                                                    Comparer.compare(
                                                            side(a, "Hi\n"),
                                                            side(b, "Hi\n"),
                                                            List.of()),
                                            steps,
                                            background,
                                            Platform::runLater));
            ComparePage page = Window.fx(() -> new ComparePage(model, () -> Samples.NOW));
            shootAll(page, store.all.size() == 2 ? "compare-identical" : "compare-empty");
        }
    }
}
