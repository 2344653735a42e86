package dev.coppice.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.ExampleProject;
import dev.coppice.app.ForeignReader;
import dev.coppice.app.ImportedProject;
import dev.coppice.app.parts.FileView;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.UserSettings.Recent;
import dev.coppice.model.examples.Example;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.runner.nix.NixQuestions;
import dev.coppice.runner.proc.ProcessRunner;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class StartViewModelTest {

    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

    @TempDir Path home;
    private final List<Path> opened = new ArrayList<>();
    private final List<Recent> recent = new ArrayList<>();
    private boolean mayLeave = true;
    private StartViewModel model;

    @BeforeEach
    void make() {
        var starting =
                new Starting(
                        ExampleProject::create,
                        new ForeignReader(
                                new SpecSchema(),
                                new NixQuestions(ProcessRunner.ofHost()),
                                task -> Thread.ofVirtual().start(task)),
                        ImportedProject::create,
                        () -> (FileView) null,
                        home.resolve("Coppice"),
                        InstantSource.fixed(NOW));
        model =
                new StartViewModel(
                        starting,
                        new Services(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Runnable::run,
                                Runnable::run),
                        new Window(),
                        home);
    }

    @Test
    void makesAProjectOfAnExampleUnderAName() throws IOException {
        model.choose(example("database"));
        assertThat(model.nameProperty().get()).isEqualTo("database");
        assertThat(model.outcomeProperty().get()).isEqualTo("~/Coppice/database");
        model.nameProperty().set("shop");

        model.create();

        Path folder = home.resolve("Coppice/shop");
        assertThat(opened).containsExactly(folder);
        assertThat(Files.readString(folder.resolve("system.yaml"))).contains("\nname: shop\n");
        assertThat(folder.resolve("files/schema.sql")).isNotEmptyFile();
    }

    @Test
    void proposesAFreeNameUntilAPersonTypesOne() throws IOException {
        Files.createDirectories(home.resolve("Coppice/minimal"));
        model.choose(example("minimal"));
        assertThat(model.nameProperty().get()).isEqualTo("minimal-2");

        model.nameProperty().set("mine");
        model.choose(example("kiosk"));
        assertThat(model.nameProperty().get()).isEqualTo("mine");
    }

    @Test
    void saysWhatIsWrongAndMakesNothing() throws IOException {
        model.nameProperty().set("My Shop");
        assertThat(model.problemProperty().get()).contains("lower-case letters");
        assertThat(model.outcomeProperty().get()).isEmpty();
        model.create();
        assertThat(home.resolve("Coppice")).doesNotExist();

        Path there = Files.createDirectories(home.resolve("Coppice/there"));
        Files.writeString(there.resolve("system.yaml"), "mine");
        model.nameProperty().set("there");
        model.create();
        assertThat(model.problemProperty().get()).contains("nothing was written");
        assertThat(there.resolve("system.yaml")).hasContent("mine");
        assertThat(opened).isEmpty();

        model.placeProperty().set("~/other");
        assertThat(model.problemProperty().get()).isEmpty();
        model.create();
        assertThat(opened).containsExactly(home.resolve("other/there"));
    }

    @Test
    void staysWhenTheOpenProjectMustNotBeLeft() {
        mayLeave = false;
        model.create();
        assertThat(home.resolve("Coppice")).doesNotExist();
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void makesAProjectOfAnImportedFile() throws IOException {
        Path file = home.resolve("front.yaml");
        Files.writeString(
                file,
                """
                #cloud-config
                hostname: web-01
                packages: [nginx]
                power_state: { mode: reboot }
                """);
        model.startImport();
        assertThat(model.readyProperty().get()).isFalse();
        model.create();
        assertThat(opened).isEmpty();

        model.imports().choose(file);
        assertThat(model.imports().fileProperty().get()).isEqualTo("~/front.yaml");
        assertThat(model.readyProperty().get()).isTrue();
        assertThat(model.nameProperty().get()).isEqualTo("front");
        assertThat(model.imports().text())
                .startsWith(file + " (cloud-init user-data): 2 taken, 0 approximated, 1 dropped\n")
                .contains("     2  taken         hostname -> hostname\n")
                .contains("     4  dropped       power_state: ");
        model.nameProperty().set("back");
        assertThat(model.imports().foundProperty().get().orElseThrow().result().spec().content())
                .contains("\nname: back\n");

        model.create();

        Path folder = home.resolve("Coppice/back");
        assertThat(opened).containsExactly(folder);
        assertThat(Files.readString(folder.resolve("system.yaml")))
                .contains("\nname: back\n", "hostname: web-01");
        model.create();
        assertThat(model.problemProperty().get()).contains("nothing was written");
    }

    @Test
    void saysWhyAFileCannotBeImported() throws IOException {
        model.startImport();
        model.imports().fileProperty().set("nowhere");
        assertThat(model.imports().problemProperty().get()).isEqualTo("There is no such file.");
        model.imports().choose(home);
        assertThat(model.imports().problemProperty().get())
                .startsWith("The folder has none of the files that can be imported");
        model.imports().choose(Files.writeString(home.resolve("script"), "#!/bin/sh\n"));
        assertThat(model.imports().problemProperty().get())
                .startsWith("This is no file that can be imported");
        model.imports().choose(Files.write(home.resolve("large"), new byte[(1 << 20) + 1]));
        assertThat(model.imports().problemProperty().get()).contains("more than 1 MB");
        assertThat(model.readyProperty().get()).isFalse();
        assertThat(model.imports().text()).isEmpty();

        model.imports().fileProperty().set("");
        assertThat(model.imports().problemProperty().get()).isEmpty();
        model.choose(example("minimal"));
        assertThat(model.importingProperty().get()).isFalse();
        assertThat(model.readyProperty().get()).isTrue();
    }

    @Test
    void findsWhatIsTyped() {
        model.queryProperty().set("nginx tls");
        assertThat(model.shown()).extracting(Example::id).containsExactly("reverse-proxy");
        assertThat(model.chosenProperty().get().id()).isEqualTo("reverse-proxy");
        model.queryProperty().set("zebra");
        assertThat(model.shown()).isEmpty();
        model.queryProperty().set("");
        assertThat(model.shown()).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void recentProjectsSayWhenAndWhetherTheyAreThere() throws IOException {
        Path there = home.resolve("web");
        ExampleProject.create(example("web-server"), there);
        recent.add(new Recent(there, Optional.of(NOW.minus(Duration.ofMinutes(5)))));
        recent.add(new Recent(home.resolve("gone"), Optional.empty()));
        model.refresh();

        assertThat(model.recent()).extracting(RecentProject::name).containsExactly("web", "gone");
        assertThat(model.recent().getFirst().state()).isEqualTo("5 min ago");
        assertThat(model.recent().getLast().state()).isEqualTo("not found");

        model.open(model.recent().getLast());
        assertThat(opened).isEmpty();
        model.open(model.recent().getFirst());
        assertThat(opened).containsExactly(there);

        model.forget(model.recent().getLast());
        assertThat(recent).extracting(Recent::folder).containsExactly(there);
        assertThat(model.recent()).hasSize(1);
    }

    private Example example(String id) {
        return model.shown().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The window, as far as the start page knows it. */
    private final class Window implements StartActions {

        @Override
        public void open() {}

        @Override
        public void open(Path folder) {
            opened.add(folder);
        }

        @Override
        public void leave(Runnable then) {
            if (mayLeave) {
                then.run();
            }
        }

        @Override
        public List<Recent> recentProjects() {
            return List.copyOf(recent);
        }

        @Override
        public void forget(Path folder) {
            recent.removeIf(each -> each.folder().equals(folder));
        }
    }
}
