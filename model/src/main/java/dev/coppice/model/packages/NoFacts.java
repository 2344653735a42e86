package dev.coppice.model.packages;

import java.util.Collection;
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
    public Optional<String> near(String name) {
        return Optional.empty();
    }

    @Override
    public Set<String> withDependencies(Collection<String> packages) {
        return Set.copyOf(packages);
    }
}
