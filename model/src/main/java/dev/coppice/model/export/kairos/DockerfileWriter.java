package dev.coppice.model.export.kairos;

import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.linux.BundleScript;
import dev.coppice.model.linux.NeededPackages;
import dev.coppice.model.linux.ShellWords;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.RawValue;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlScalars;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The Dockerfile: the distribution, what is installed on it, and kairos-init at the end. */
final class DockerfileWriter {

    private static final String SOURCES = ImageFile.FOLDER + "/etc/apt";
    private static final YamlPath RELEASE = YamlPath.of("base", "release");
    private static final YamlPath MIRROR = YamlPath.of("base", "mirror");

    /** Distributions of Kubernetes that Kairos brings, by the keys that configure them. */
    private static final Map<String, String> PROVIDERS =
            new TreeMap<>(
                    Map.of("k3s", "k3s", "k3s-agent", "k3s", "k0s", "k0s", "k0s-worker", "k0s"));

    private final Plan plan;
    private final TextWriter out = new TextWriter("    ");

    DockerfileWriter(Plan plan) {
        this.plan = plan;
    }

    ExportedFile.Text file() {
        SystemSpec spec = plan.spec();
        out.line(YamlScalars.comment(spec.name()) + " as an image of Kairos", YamlPath.of("name"));
        out.line("FROM " + KairosVersions.INIT + " AS kairos-init");
        out.gap();
        out.line(
                "FROM " + spec.base().distribution() + ":" + spec.base().release(),
                YamlPath.of("base", "distribution"),
                RELEASE);
        out.line("ARG VERSION=" + KairosVersions.IMAGE).gap();
        spec.base().mirror().ifPresent(this::mirror);
        packages();
        if (!plan.imageFiles().isEmpty()) {
            out.line("# Settings and files of the image");
            out.line("COPY " + ImageFile.FOLDER + "/ /").gap();
        }
        for (Plan.RunLine run : plan.runs()) {
            if (!run.comment().isEmpty()) {
                out.gap().line("# " + run.comment(), run.origins());
            }
            out.line("RUN " + oneLine(run.command()), run.origins());
        }
        init();
        return out.file("Dockerfile", Language.DOCKERFILE);
    }

    /** A line end would be the instruction's, too. */
    private static String oneLine(String command) {
        return command.replaceAll("[\\r\\n]+", " ");
    }

    private void mirror(String mirror) {
        String expression = "s|^URIs: .*/debian$|URIs: " + mirror.replaceAll("[|&\\\\]", "") + "|";
        out.line("# The archive", MIRROR);
        out.line(
                "RUN sed -i "
                        + ShellWords.quoted(oneLine(expression))
                        + " /etc/apt/sources.list.d/debian.sources",
                MIRROR);
        out.gap();
    }

    private void packages() {
        SortedMap<String, List<YamlPath>> packages = new TreeMap<>(NeededPackages.of(plan.spec()));
        packages.computeIfAbsent(
                "tzdata", name -> new ArrayList<>(List.of(YamlPath.of("timezone"))));
        List<Bundle> bundles = plan.spec().software().bundles();
        for (int i = 0; i < bundles.size(); i++) {
            YamlPath origin = YamlPath.of("bundles", i);
            BundleScript.packages(bundles.get(i))
                    .forEach(
                            name ->
                                    packages.computeIfAbsent(name, n -> new ArrayList<>())
                                            .add(origin));
        }
        boolean archives = !plan.spec().software().repositories().isEmpty();
        if (archives) {
            List<YamlPath> origin = List.of(YamlPath.of("repositories"));
            out.line("# Archives of others: the certificates for https come first", origin);
            out.line(
                    "RUN apt-get update && apt-get install -y --no-install-recommends"
                            + " ca-certificates && rm -rf /var/lib/apt/lists/*",
                    origin);
            out.line("COPY " + SOURCES + "/ /etc/apt/", origin).gap();
        }
        out.line("# Packages; kairos-init adds the kernel and what Kairos needs");
        out.line("RUN apt-get update \\");
        out.indented(
                () -> {
                    out.line("&& DEBIAN_FRONTEND=noninteractive apt-get install -y \\");
                    out.line("--no-install-recommends \\");
                    out.indented(
                            () ->
                                    packages.forEach(
                                            (name, origins) ->
                                                    out.line(
                                                            ShellWords.quoted(name) + " \\",
                                                            origins)));
                    out.line("&& rm -rf /var/lib/apt/lists/*");
                });
        out.gap();
    }

    private void init() {
        out.gap().line("# Makes an image of Kairos of what is there, so it comes last");
        var command = new StringBuilder("/kairos-init --version \"${VERSION}\"");
        var origins = new ArrayList<YamlPath>();
        RawValue.Fields raw = plan.spec().targets().kairos();
        var providers = new ArrayList<String>();
        PROVIDERS.forEach(
                (key, provider) -> {
                    if (raw.fields().containsKey(key)) {
                        origins.add(YamlPath.of("targets", "kairos", key));
                        if (!providers.contains(provider)) {
                            providers.add(provider);
                            command.append(" --provider ").append(provider);
                        }
                    }
                });
        out.line("RUN --mount=type=bind,from=kairos-init,src=/kairos-init,dst=/kairos-init \\");
        out.indented(() -> out.line(command.toString(), origins));
    }
}
