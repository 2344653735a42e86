package dev.coppice.runner.proc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the host's tools and knows which Debian package brings each. Looks into {@code /usr/sbin}
 * too, which is not on an ordinary user's PATH.
 */
public final class ToolLocator {

    private static final Map<String, String> PACKAGES =
            Map.ofEntries(
                    Map.entry("mmdebstrap", "mmdebstrap"),
                    Map.entry("mksquashfs", "squashfs-tools"),
                    Map.entry("sqfstar", "squashfs-tools"),
                    Map.entry("unsquashfs", "squashfs-tools"),
                    Map.entry("unshare", "util-linux"),
                    Map.entry("mount", "mount"),
                    Map.entry("newuidmap", "uidmap"),
                    Map.entry("newgidmap", "uidmap"),
                    Map.entry("depmod", "kmod"),
                    Map.entry("busybox", "busybox-static"),
                    Map.entry("dpkg-deb", "dpkg"),
                    Map.entry("apt-get", "apt"),
                    Map.entry("apt-cache", "apt"),
                    Map.entry("tar", "tar"),
                    Map.entry("xz", "xz-utils"),
                    Map.entry("zstd", "zstd"),
                    Map.entry("mke2fs", "e2fsprogs"),
                    Map.entry("qemu-img", "qemu-utils"),
                    Map.entry("nix", "nix-bin"),
                    Map.entry("nix-instantiate", "nix-bin"),
                    Map.entry("mformat", "mtools"),
                    Map.entry("mcopy", "mtools"),
                    Map.entry("grub-mkimage", "grub-common"),
                    Map.entry("gpgconf", "gnupg"),
                    Map.entry("gpg", "gnupg"),
                    Map.entry("qemu-system-x86_64", "qemu-system-x86"));

    private final List<Path> directories;

    /**
     * @param directories where to look, in order
     */
    public ToolLocator(List<Path> directories) {
        this.directories = List.copyOf(directories);
    }

    /**
     * @param path directories separated by colons, as in PATH
     */
    public static ToolLocator of(String path) {
        return new ToolLocator(
                Arrays.stream(path.split(":"))
                        .filter(part -> part.startsWith("/"))
                        .distinct()
                        .map(Path::of)
                        .toList());
    }

    /** The program's file; a name with a slash is taken as a path. */
    public Optional<Path> find(String program) {
        if (program.contains("/")) {
            return Optional.of(Path.of(program)).filter(Files::isExecutable);
        }
        return directories.stream()
                .map(directory -> directory.resolve(program))
                .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
                .findFirst();
    }

    /** The Debian package that brings a program; the program's own name when nobody knows. */
    public String debianPackage(String program) {
        String name = Path.of(program).getFileName().toString();
        return PACKAGES.getOrDefault(name, name);
    }

    /** The command that installs what is missing. */
    public String installCommand(String program) {
        return "sudo apt-get install " + debianPackage(program);
    }
}
