package dev.coppice.app.pages;

import dev.coppice.runner.job.Problem;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Deletion;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Generations;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.store.Marks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Generations that are only values. */
final class MemoryGenerations implements Generations {

    final List<Generation> all = new ArrayList<>();
    Optional<Integer> current = Optional.empty();
    Optional<Problem> refusal = Optional.empty();

    MemoryGenerations(Generation... newestFirst) {
        all.addAll(List.of(newestFirst));
        current = all.stream().map(Generation::number).findFirst();
    }

    @Override
    public List<String> systems() {
        return all.stream().map(Generation::system).distinct().toList();
    }

    @Override
    public List<Generation> list(String system) {
        return all.stream().filter(g -> g.system().equals(system)).toList();
    }

    @Override
    public Optional<Generation> find(String system, int number) {
        return list(system).stream().filter(g -> g.number() == number).findFirst();
    }

    @Override
    public Optional<Integer> current(String system) {
        return current;
    }

    @Override
    public void makeCurrent(String system, int number) {
        current = Optional.of(number);
    }

    @Override
    public String log(Generation generation) {
        return "I: installing nginx\n";
    }

    @Override
    public Generation recordBoot(Generation generation, BootRecord boot) {
        throw new UnsupportedOperationException("values do not boot");
    }

    @Override
    public Generation mark(Generation old, Marks marks) {
        var marked =
                new Generation(
                        old.system(),
                        old.number(),
                        old.created(),
                        old.specText(),
                        old.layers(),
                        old.kernelVersion(),
                        old.buildTime(),
                        old.directory(),
                        old.boot(),
                        old.target(),
                        old.image(),
                        marks);
        all.replaceAll(g -> g.directory().equals(old.directory()) ? marked : g);
        return marked;
    }

    @Override
    public Deletion plan(Collection<Generation> gone) {
        List<LayerRef> own =
                gone.stream()
                        .flatMap(g -> g.layers().stream())
                        .filter(
                                layer ->
                                        all.stream()
                                                .filter(g -> !gone.contains(g))
                                                .noneMatch(g -> g.layers().contains(layer)))
                        .toList();
        long freed = own.stream().mapToLong(LayerRef::bytes).sum();
        return new Deletion(List.copyOf(gone), own, freed, 0, refusal);
    }

    @Override
    public long delete(Generation generation) {
        all.remove(generation);
        return 40_960;
    }
}
