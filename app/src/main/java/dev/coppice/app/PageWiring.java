package dev.coppice.app;

import dev.coppice.app.build.BuildPage;
import dev.coppice.app.build.BuildViewModel;
import dev.coppice.app.compare.ComparePage;
import dev.coppice.app.compare.CompareViewModel;
import dev.coppice.app.compose.ComposePage;
import dev.coppice.app.compose.ComposeViewModel;
import dev.coppice.app.compose.completion.CompletionModel;
import dev.coppice.app.compose.completion.ProjectPaths;
import dev.coppice.app.compose.explain.ExplainViewModel;
import dev.coppice.app.compose.form.dialog.FileQuestion;
import dev.coppice.app.compose.form.dialog.FormTools;
import dev.coppice.app.export.ExportPage;
import dev.coppice.app.export.ExportViewModel;
import dev.coppice.app.export.FolderQuestion;
import dev.coppice.app.fx.NextPulse;
import dev.coppice.app.generations.FileQuestions;
import dev.coppice.app.generations.GenerationsPage;
import dev.coppice.app.generations.GenerationsViewModel;
import dev.coppice.app.generations.Projects;
import dev.coppice.app.options.OptionMemory;
import dev.coppice.app.options.OptionModel;
import dev.coppice.app.packages.PackageListModel;
import dev.coppice.app.packages.PackageMemory;
import dev.coppice.app.preview.PreviewPage;
import dev.coppice.app.preview.PreviewViewModel;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.SpecFile;
import dev.coppice.app.session.SpecSession;
import dev.coppice.app.session.TargetChoices;
import dev.coppice.app.shell.Navigation;
import dev.coppice.app.shell.Pages;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.complete.Completer;
import dev.coppice.model.diff.Change;
import dev.coppice.model.diff.SpecDiffer;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.compare.ComparedFile;
import dev.coppice.runner.compare.Comparer;
import dev.coppice.runner.compare.GenerationComparison;
import dev.coppice.runner.host.PasswordHasher;
import dev.coppice.runner.host.PublicKeys;
import dev.coppice.runner.nixos.OptionTables;
import dev.coppice.runner.store.Generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/** Makes the pages of a project, and reads the specs of generations for them. */
final class PageWiring {

    private final Services services;
    private final SpecSchema schema;
    private final BuiltSpecs specs;
    private final SpecDiffer differ;
    private final YamlPatcher patcher;
    private final Memories memories;
    private final Completer completer;
    private final Exporters exporters;
    private final TargetChoices targets;

    /**
     * Tables of what a spec may name, for all projects that are open.
     *
     * @param packages the lists of packages that are in memory
     * @param tables the options of NixOS on this computer
     * @param options those that are in memory
     */
    record Memories(PackageMemory packages, OptionTables tables, OptionMemory options) {}

    /**
     * @param memories get the tables that are read for a project
     * @param targets which targets Compose warns of
     */
    PageWiring(
            Services services,
            SpecSchema schema,
            Analyzer analyzer,
            Memories memories,
            Exporters exporters,
            TargetChoices targets) {
        this.exporters = exporters;
        this.targets = targets;
        this.memories = memories;
        this.completer = new Completer(schema);
        this.services = services;
        this.schema = schema;
        this.specs = new BuiltSpecs(services.generations(), analyzer);
        this.differ = new SpecDiffer(schema);
        this.patcher = new YamlPatcher(this::keysOf);
    }

    /** New keys go where the table of fields has them. */
    private List<String> keysOf(YamlPath mapping) {
        return schema.at(mapping)
                .filter(field -> field.type() instanceof FieldType.Mapping)
                .map(field -> schema.children(field).stream().map(Field::key).toList())
                .orElse(List.of());
    }

    private ComposePage compose(SpecSession session) {
        var list =
                new PackageListModel(
                        services.packages(),
                        memories.packages(),
                        this::isRelease,
                        services.background(),
                        services.ui(),
                        session::analyseAgain);
        session.observe(list);
        var options =
                new OptionModel(
                        memories.tables(),
                        memories.options(),
                        services.background(),
                        services.ui(),
                        session::analyseAgain);
        session.observe(options);
        options.analysed(session.analysis());
        list.analysed(session.analysis());
        var completion =
                new CompletionModel(
                        session,
                        completer,
                        list,
                        options,
                        new ProjectPaths(session.folder(), SpecFile.NAME),
                        services.background(),
                        services.ui());
        return new ComposePage(
                new ComposeViewModel(session, schema, patcher),
                formTools(session, list, options),
                completion,
                new ExplainViewModel(session, services, schema));
    }

    private boolean isRelease(String name) {
        return schema.get("base.release").type() instanceof FieldType.Choice choice
                && choice.values().contains(name);
    }

    /** The pages of a session. */
    Pages pages(SpecSession session, Navigation navigation) {
        var pulse = new NextPulse();
        return new Pages(
                compose(session),
                new BuildPage(
                        new BuildViewModel(
                                services.builder(),
                                () -> request(session),
                                navigation,
                                services.background(),
                                services.ui(),
                                pulse,
                                System::nanoTime)),
                new PreviewPage(
                        new PreviewViewModel(
                                services.machines(),
                                this::spec,
                                navigation,
                                services.background(),
                                services.ui(),
                                pulse,
                                System::nanoTime),
                        pulse),
                generations(session, navigation),
                new ComparePage(
                        new CompareViewModel(
                                services.generations(),
                                () -> session.analysis().spec().map(SystemSpec::name),
                                this::compare,
                                navigation,
                                services.background(),
                                services.ui()),
                        Instant::now),
                new ExportPage(
                        new ExportViewModel(
                                session,
                                schema,
                                exporters,
                                warnings(session),
                                navigation,
                                services.background(),
                                services.ui()),
                        FolderQuestion.ofSystem()));
    }

    private GenerationsPage generations(SpecSession session, Navigation navigation) {
        Projects projects =
                new Projects() {
                    @Override
                    public SortedMap<String, Path> restore(Generation to) throws IOException {
                        return PageWiring.this.restore(session.folder(), to);
                    }

                    @Override
                    public Generation branch(Generation from, String name, Path folder)
                            throws IOException {
                        return BranchedProject.create(
                                services.generations(), services.care(), from, name, folder);
                    }

                    @Override
                    public Path folderFor(String name) {
                        return session.folder().toAbsolutePath().resolveSibling(name);
                    }
                };
        return new GenerationsPage(
                new GenerationsViewModel(
                        services.generations(),
                        services.care(),
                        session,
                        this::changes,
                        projects,
                        navigation,
                        services.background(),
                        services.ui(),
                        Instant::now),
                FileQuestions.ofSystem());
    }

    /** What Compose warns of is part of the analysis, so each choice asks for another one. */
    private ExportViewModel.Warnings warnings(SpecSession session) {
        return new ExportViewModel.Warnings() {
            @Override
            public boolean on(String target) {
                return targets.of(session.folder()).contains(target);
            }

            @Override
            public void set(String target, boolean on) {
                targets.choose(session.folder(), target, on);
                session.analyseAgain();
                services.background().execute(PageWiring.this::keepTargets);
            }
        };
    }

    private void keepTargets() {
        try {
            targets.save();
        } catch (IOException e) {
            System.err.println("coppice: the chosen targets are not kept: " + e);
        }
    }

    private FormTools formTools(SpecSession session, PackageListModel list, OptionModel options) {
        Path home = Path.of(System.getProperty("user.home"));
        return new FormTools(
                session.folder(),
                new PasswordHasher(),
                new PublicKeys(home.resolve(".ssh")),
                FileQuestion.ofSystem(),
                list,
                options,
                services.background(),
                services.ui());
    }

    /** How many changes lie between an earlier text and a spec; unknown when one has errors. */
    OptionalInt countChanges(Generation before, Analysis now) {
        Optional<SystemSpec> earlier = spec(before);
        return earlier.isPresent() && now.spec().isPresent()
                ? OptionalInt.of(differ.diff(earlier.get(), now.spec().get()).size())
                : OptionalInt.empty();
    }

    private Optional<BuildRequest> request(SpecSession session) {
        return services.targeting().request(session.analysis(), session.folder());
    }

    private List<Change> changes(Generation before, Generation after) {
        Optional<SystemSpec> earlier = spec(before);
        Optional<SystemSpec> later = spec(after);
        return earlier.isPresent() && later.isPresent()
                ? differ.diff(earlier.get(), later.get())
                : List.of();
    }

    private GenerationComparison compare(Generation before, Generation after) {
        return Comparer.compare(side(before), side(after), changes(before, after));
    }

    private Comparer.Side side(Generation generation) {
        Optional<SystemSpec> spec = spec(generation);
        if (spec.isEmpty()) {
            return new Comparer.Side(generation, List.of());
        }
        try {
            SortedMap<String, Path> sources = services.generations().projectFiles(generation);
            return new Comparer.Side(generation, ComparedFile.of(spec.get(), sources));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<SystemSpec> spec(Generation generation) {
        try {
            return specs.spec(generation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the files that a generation included, and the lock, their content of then. */
    private SortedMap<String, Path> restore(Path folder, Generation generation) throws IOException {
        return RestoredFiles.restore(
                folder, specs.restorable(generation), "before-rollback-to-" + generation.number());
    }
}
