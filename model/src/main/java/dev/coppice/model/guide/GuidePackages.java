package dev.coppice.model.guide;

import dev.coppice.model.packages.IndexedPackage;
import dev.coppice.model.packages.PackageEntry;
import dev.coppice.model.packages.PackageFacts;
import dev.coppice.model.packages.PackageIndex;
import dev.coppice.model.packages.PackageSource;

import java.util.List;
import java.util.Optional;

/** The packages that the examples of guides name, as if they were all that a release has. */
final class GuidePackages implements PackageSource {

    private final PackageIndex index =
            new PackageIndex(
                    List.of(
                            one("apache2", "web", "Apache HTTP Server"),
                            one("fish", "shells", "friendly interactive shell"),
                            one("grub-pc", "admin", "GRand Unified Bootloader, version 2"),
                            one("htop", "utils", "interactive processes viewer"),
                            one("nginx", "httpd", "small, powerful, scalable web/proxy server"),
                            one("openssh-server", "net", "secure shell (SSH) server"),
                            one("podman", "admin", "tool to manage containers and pods"),
                            one("postgresql", "database", "object-relational SQL database"),
                            one("sudo", "admin", "limited super user privileges"),
                            one("tmux", "admin", "terminal multiplexer"),
                            one("zsh", "shells", "shell with lots of features")));

    private static IndexedPackage one(String name, String section, String summary) {
        return new IndexedPackage(
                new PackageEntry(name, "1", section, 0, summary), List.of(), List.of());
    }

    @Override
    public PackageFacts of(String release, Optional<String> mirror) {
        return index;
    }
}
