package dev.coppice.model.packages;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The port through which rules ask about the packages of the release that a spec is made from.
 * Where no list of packages is at hand nothing is known, and nothing must be reported.
 */
public interface PackageFacts {

    /** No list is at hand. */
    PackageFacts NONE = new NoFacts();

    /** Whether the list of packages is at hand; without it {@link #known} means nothing. */
    boolean ready();

    /** Whether {@code apt install} takes the name: a package, or what one package provides. */
    boolean known(String name);

    /** The packages that provide a name which is no package itself, in the order of their names. */
    List<String> providers(String name);

    /** The package that was probably meant by an unknown name. */
    Optional<String> near(String name);

    /** The packages themselves with what they depend on, by names without architectures. */
    Set<String> withDependencies(Collection<String> packages);
}
