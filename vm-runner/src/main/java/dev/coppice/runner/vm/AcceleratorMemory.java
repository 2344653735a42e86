package dev.coppice.runner.vm;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * Remembers what the probe found, until the host boots anew, QEMU is another one, or the access to
 * {@code /dev/kvm} changes.
 */
public final class AcceleratorMemory {

    private static final JsonMapper JSON = new JsonMapper();

    /** Finds an accelerator by trying. */
    @FunctionalInterface
    public interface Finder {
        Accelerator.Choice find() throws IOException, InterruptedException;
    }

    private final Path file;
    private final Path qemu;

    /**
     * @param cache a directory for what can be found out again, made when it is not there
     * @param qemu the program {@code qemu-system-x86_64}
     */
    public AcceleratorMemory(Path cache, Path qemu) {
        this.file = cache.resolve("accelerator.json");
        this.qemu = qemu;
    }

    /** The directory for caches of this person: {@code $XDG_CACHE_HOME/coppice}. */
    public static Path cacheDirectory(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base =
                cache.startsWith("/")
                        ? Path.of(cache)
                        : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("coppice");
    }

    /** What is known, or else what the probe finds now. */
    public Accelerator.Choice choose(Finder probe) throws IOException, InterruptedException {
        String host = host();
        try {
            Entry entry = JSON.readValue(Files.readAllBytes(file), Entry.class);
            if (host.equals(entry.host()) && entry.accelerator() != null) {
                return new Accelerator.Choice(entry.accelerator(), entry.why());
            }
        } catch (IOException | JacksonException _) {
            // Nothing is known, or nothing that can be read.
        }
        Accelerator.Choice choice = probe.find();
        remember(new Entry(host, choice.accelerator(), choice.why()));
        return choice;
    }

    private void remember(Entry entry) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "accelerator", ".new");
            Files.write(fresh, JSON.writeValueAsBytes(entry));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            // Then the next start probes again.
        }
    }

    private String host() throws IOException {
        Path kvm = Path.of("/dev/kvm");
        Path program = qemu.toRealPath();
        return String.join(
                " ",
                program.toString(),
                Files.getLastModifiedTime(program).toString(),
                Long.toString(Files.size(program)),
                System.getProperty("os.version"),
                bootId(),
                Files.isReadable(kvm) && Files.isWritable(kvm) ? "kvm" : "no-kvm");
    }

    private static String bootId() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException _) {
            return "-";
        }
    }

    private record Entry(String host, Accelerator accelerator, String why) {}
}
