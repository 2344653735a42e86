package dev.coppice.model.packages;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nothing is known. */
final class NoFacts implements PackageFacts {

    @Override
    public boolean ready() {
        return false;
    }

    @Override
    public boolean known(String name) {
        return true;
    }

    @Override
    public List<String> providers(String name) {
        return List.of();
    }

    @Override
    public Optional<String> near(String name) {
        return Optional.empty();
    }

    @Override
    public Set<String> withDependencies(Collection<String> packages) {
        return Set.copyOf(packages);
    }
}
