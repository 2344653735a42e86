package dev.coppice.runner.vm;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.explain.Explainer;
import dev.coppice.model.explain.Proof;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.guest.ExecResult;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs the proof of every field of a spec in the machine that was made of it. */
final class ProvenFields {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final VirtualMachine machine;
    private final Analysis analysis;

    ProvenFields(VirtualMachine machine, String text) {
        this.machine = machine;
        ProjectFiles anything = _ -> Optional.of(1L);
        this.analysis = new Analyzer().analyze(new SpecText(text), anything);
    }

    /** What does not hold: the place, the command and what the machine answered. */
    List<String> failures() throws Exception {
        var explainer = new Explainer(new SpecSchema());
        Map<Proof, List<YamlPath>> proofs = new LinkedHashMap<>();
        for (YamlPath place : places()) {
            explainer
                    .of(place, analysis)
                    .flatMap(said -> said.proof())
                    .ifPresent(
                            proof ->
                                    proofs.computeIfAbsent(proof, _ -> new ArrayList<>())
                                            .add(place));
        }
        var failures = new ArrayList<String>();
        for (var each : proofs.entrySet()) {
            Proof proof = each.getKey();
            ExecResult answer = machine.run(proof.command(), LONGEST).get(90, TimeUnit.SECONDS);
            if (!proof.holds(answer.exitCode(), answer.output())) {
                failures.add(
                        "%s: %s expects %s, exit status %d:%n%s%s"
                                .formatted(
                                        each.getValue(),
                                        proof.command(),
                                        proof.expects(),
                                        answer.exitCode(),
                                        answer.output(),
                                        answer.errors()));
            }
        }
        System.out.printf("proofs: %d commands, %d failed%n", proofs.size(), failures.size());
        return failures;
    }

    private List<YamlPath> places() {
        var places = new ArrayList<YamlPath>();
        collect(analysis.tree().orElseThrow(), YamlPath.ROOT, places);
        return places;
    }

    private static void collect(YNode node, YamlPath path, List<YamlPath> places) {
        if (!path.steps().isEmpty()) {
            places.add(path);
        }
        switch (node) {
            case YNode.YMap map ->
                    map.entries()
                            .forEach(
                                    entry ->
                                            collect(
                                                    entry.value(),
                                                    path.key(entry.key().value()),
                                                    places));
            case YNode.YSeq seq -> {
                for (int i = 0; i < seq.items().size(); i++) {
                    collect(seq.items().get(i), path.index(i), places);
                }
            }
            default -> {}
        }
    }
}
