package dev.coppice.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.FolderFiles;
import dev.coppice.app.output.PlainExporter;
import dev.coppice.app.session.SpecFile;
import dev.coppice.app.session.SpecSession;
import dev.coppice.app.shell.Navigation;
import dev.coppice.app.shell.Place;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.RunOptions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class ExportViewModelTest {

    private static final String SPEC =
            """
            spec: 1
            name: web
            includes: [common.yaml]
            base: { distribution: debian, release: bookworm }
            packages:
              - nginx
              - htop
            services:
              nginx: { enabled: true }
            """;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Steps steps = new Steps();
    private final Warned warned = new Warned();
    @TempDir private Path folder;
    private SpecSession session;
    private ExportViewModel model;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("common.yaml"), "timezone: Europe/London\n");
        open(SPEC, new PlainExporter("one"), new PlainExporter("two"));
    }

    private void open(String text, PlainExporter... exporters) {
        var analyzer = new Analyzer();
        session =
                new SpecSession(
                        SpecFile.of(folder),
                        text,
                        each -> analyzer.analyze(each, new FolderFiles(folder)),
                        Runnable::run,
                        Runnable::run);
        model =
                new ExportViewModel(
                        session,
                        new SpecSchema(),
                        new Exporters(List.of(exporters)),
                        warned,
                        steps,
                        waiting::add,
                        Runnable::run);
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    private void show() {
        model.setOpen(true);
        work();
    }

    @Test
    void nothingIsWrittenWhileNobodyLooks() {
        session.replace("x", SPEC.replace("htop", "vim"));
        assertThat(waiting).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(ExportViewModel.State.BUSY);
        show();
        assertThat(model.stateProperty().get()).isEqualTo(ExportViewModel.State.READY);
        assertThat(content()).contains("  vim");
    }

    private String content() {
        return ((ExportedFile.Text) model.fileProperty().get()).content();
    }

    @Test
    void followsTheTextAndKeepsTheFileInView() {
        show();
        model.fileProperty().set(model.files().get(1));
        session.replace("x", SPEC.replace("htop", "vim"));
        session.replace("y", SPEC.replace("htop", "nano"));
        assertThat(waiting).hasSize(1);
        work();
        assertThat(model.fileProperty().get().path()).isEqualTo("bin/start");
        model.fileProperty().set(model.files().get(0));
        assertThat(content()).contains("nano").doesNotContain("vim");
    }

    @Test
    void whileTheSpecHasErrorsTheFilesOfBeforeStay() {
        show();
        session.replace("x", SPEC + "pakages: [x]\nother: 1\n");
        work();
        assertThat(model.errorsProperty().get()).isEqualTo(2);
        assertThat(model.stateProperty().get()).isEqualTo(ExportViewModel.State.READY);
        assertThat(content()).contains("nginx");
        session.replace("y", SPEC);
        work();
        assertThat(model.errorsProperty().get()).isZero();
    }

    @Test
    void aSpecThatNeverWasGoodShowsNothing() {
        open("spec: 1\n", new PlainExporter("one"));
        show();
        assertThat(model.stateProperty().get()).isEqualTo(ExportViewModel.State.ERRORS);
        assertThat(model.files()).isEmpty();
    }

    @Test
    void withoutTargetsItSaysSo() {
        open(SPEC);
        show();
        assertThat(model.stateProperty().get()).isEqualTo(ExportViewModel.State.NO_TARGETS);
    }

    @Test
    void theReportShowsWhatIsLostUntilOneWantsMore() {
        show();
        assertThat(model.rows())
                .extracting(row -> row.kind().word() + " " + row.where())
                .containsExactly(
                        "dropped common.yaml:1:11", "approximated 6:5", "approximated 7:5");
        model.show(ReportRow.Kind.DROPPED, false);
        assertThat(model.rows()).hasSize(2);
        model.show(ReportRow.Kind.EXACT, true);
        assertThat(model.rows()).hasSize(2 + (int) model.count(ReportRow.Kind.EXACT));
        assertThat(model.tally(model.targets().get(1)).orElseThrow().dropped()).isEqualTo(1);
    }

    /** Lines of the file: 1 comment, 2 name, 3 packages = {, 4 nginx, 5 htop, 6 }. */
    @Test
    void aLineOfTheFileLeadsToTheSpec() {
        show();
        model.chooseWritten(5);
        assertThat(model.marksProperty().get().spec()).containsExactly(7);
        model.chooseWritten(3);
        assertThat(model.marksProperty().get().spec()).containsExactly(5, 6, 7);
        assertThat(model.marksProperty().get().written()).containsExactly(3, 6);
        model.chooseWritten(1);
        assertThat(model.marksProperty().get().spec()).isEmpty();
        model.openWritten(5);
        assertThat(steps.taken).containsExactly("reveal packages[1]");
    }

    @Test
    void aLineOfTheSpecLeadsToTheFile() {
        show();
        model.chooseSpec(6);
        assertThat(model.marksProperty().get().written()).containsExactly(4);
        model.chooseSpec(5);
        assertThat(model.marksProperty().get().written()).containsExactly(3, 6);
        model.chooseSpec(9);
        assertThat(model.fileProperty().get().path()).isEqualTo("bin/start");
        assertThat(model.marksProperty().get().written()).containsExactly(2);
        model.chooseSpec(1);
        assertThat(model.marksProperty().get().written()).isEmpty();
        model.openSpec(7);
        model.openSpec(400);
        assertThat(steps.taken).containsExactly("reveal packages[1]", "go COMPOSE");
    }

    @Test
    void aRowOfTheReportLeadsToBoth() {
        show();
        model.fileProperty().set(model.files().get(1));
        ReportRow htop = model.rows().get(2);
        model.chooseRow(htop);
        assertThat(model.fileProperty().get().path()).isEqualTo("system.txt");
        assertThat(model.marksProperty().get().written()).containsExactly(5);
        assertThat(model.marksProperty().get().spec()).containsExactly(7);
        ReportRow lost = model.rows().get(0);
        model.chooseRow(lost);
        assertThat(model.marksProperty().get().written()).isEmpty();
        model.openRow(lost);
        assertThat(steps.taken).containsExactly("reveal includes");
    }

    @Test
    void savingAsksBeforeItReplacesAForeignFile() throws IOException {
        show();
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("system.txt"), "mine");
        var asked = new ArrayList<List<String>>();

        save(out, asked, false);
        assertThat(asked).containsExactly(List.of("system.txt"));
        assertThat(out.resolve("system.txt")).hasContent("mine");
        assertThat(outcome()).isEqualTo(new Saving.Outcome(false, "Nothing was written."));
        assertThat(model.saving().last("one")).isEmpty();

        save(out, asked, true);
        assertThat(out.resolve("system.txt")).content().contains("nginx");
        assertThat(outcome().words()).isEqualTo("Saved 2 files in " + out + ".");
        assertThat(model.saving().last("one")).contains(out);

        asked.clear();
        save(out, asked, false);
        assertThat(asked).isEmpty();
        assertThat(outcome().words()).startsWith("Everything is there already");
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnOutcome() throws IOException {
        show();
        Files.writeString(folder.resolve("file"), "x");
        save(folder.resolve("file"), new ArrayList<>(), true);
        assertThat(outcome().good()).isFalse();
        assertThat(outcome().words()).startsWith("Not saved.");
        assertThat(model.saving().busyProperty().get()).isFalse();
    }

    private void save(Path out, List<List<String>> asked, boolean answer) {
        model.saving()
                .save(
                        "one",
                        List.copyOf(model.files()),
                        out,
                        paths -> {
                            asked.add(paths);
                            return answer;
                        });
        assertThat(model.saving().busyProperty().get()).isTrue();
        work();
    }

    private Saving.Outcome outcome() {
        return model.saving().outcomeProperty().get().orElseThrow();
    }

    @Test
    void theTargetInViewIsTheOneThatIsWarnedOf() {
        show();
        model.warn(true);
        model.targetProperty().set(model.targets().get(1));
        assertThat(model.warns(model.targets().get(0))).isTrue();
        assertThat(model.warns(model.targets().get(1))).isFalse();
        model.warn(true);
        model.warn(true);
        model.warn(false);
        assertThat(warned.told).containsExactly("one true", "two true", "two false");
    }

    /** Remembers which targets are warned of. */
    private static final class Warned implements ExportViewModel.Warnings {

        private final List<String> told = new ArrayList<>();
        private final Set<String> on = new HashSet<>();

        @Override
        public boolean on(String target) {
            return on.contains(target);
        }

        @Override
        public void set(String target, boolean now) {
            told.add(target + " " + now);
            if (now) {
                on.add(target);
            } else {
                on.remove(target);
            }
        }
    }

    /** Writes down where the page leads. */
    private static final class Steps implements Navigation {

        private final List<String> taken = new ArrayList<>();

        @Override
        public void go(Place place) {
            taken.add("go " + place);
        }

        @Override
        public void reveal(YamlPath path) {
            taken.add("reveal " + path);
        }

        @Override
        public void boot(Generation generation, RunOptions options) {
            taken.add("boot");
        }

        @Override
        public void compare(Generation earlier, Generation later) {
            taken.add("compare");
        }

        @Override
        public void buildAndBoot() {
            taken.add("build");
        }

        @Override
        public boolean canBuild() {
            return true;
        }

        @Override
        public void generationsChanged() {
            taken.add("changed");
        }
    }
}
