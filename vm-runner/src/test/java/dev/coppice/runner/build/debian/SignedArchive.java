package dev.coppice.runner.build.debian;

import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.Digests;

import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** A package archive with one package and a signature of its own; needs gpg(1) and nothing else. */
public final class SignedArchive {

    private final Path home;
    private final List<String> when;

    /**
     * @param home an empty directory with a short name, for the key
     */
    public SignedArchive(Path home) throws Exception {
        this(home, List.of(), "never");
    }

    /** One whose key has expired long ago, and which was signed while it was valid. */
    public static SignedArchive expired(Path home) throws Exception {
        return new SignedArchive(home, List.of("--faked-system-time", "20240101T000000!"), "1d");
    }

    private SignedArchive(Path home, List<String> when, String valid) throws Exception {
        this.home = home;
        this.when = when;
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        gpg(
                "--passphrase",
                "",
                "--quick-gen-key",
                "Test <test@example.org>",
                "ed25519",
                "sign",
                valid);
    }

    /** The public key. */
    public String key() throws Exception {
        return String.join("\n", gpg("--armor", "--export")) + "\n";
    }

    /** Writes the binary form of the public key. */
    public void keyTo(Path file) throws Exception {
        gpg("--output", file.toString(), "--export");
    }

    /** Ends what gpg started. */
    public void close() throws Exception {
        run(List.of("gpgconf", "--homedir", home.toString(), "--kill", "all"));
    }

    /**
     * Writes an archive with the suite {@code stable} and the component {@code main}.
     *
     * @param name of a package with the program {@code /usr/bin/NAME}, which says {@code words}
     */
    public void pool(Path directory, String name, String words) throws Exception {
        String deb = "pool/" + name + "_1.0_all.deb";
        byte[] bytes = deb(name, words);
        write(directory.resolve(deb), bytes);
        Path suite = directory.resolve("dists/stable");
        String index = "main/binary-amd64/Packages";
        write(suite.resolve(index), packages(name, deb, bytes));
        release(suite, index, "Suite: stable\nCodename: stable\nComponents: main\n");
    }

    /** Writes a flat archive, whose suite is the directory's name with a slash. */
    public void flat(Path directory, String name, String words) throws Exception {
        byte[] bytes = deb(name, words);
        write(directory.resolve(name + "_1.0_all.deb"), bytes);
        String deb = directory.getFileName() + "/" + name + "_1.0_all.deb";
        write(directory.resolve("Packages"), packages(name, deb, bytes));
        release(directory, "Packages", "");
    }

    private void release(Path directory, String index, String head) throws Exception {
        byte[] bytes = Files.readAllBytes(directory.resolve(index));
        String date =
                DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'UTC'", Locale.ROOT)
                        .withZone(ZoneOffset.UTC)
                        .format(Clock.systemUTC().instant().minusSeconds(60));
        String text =
                head
                        + "Architectures: amd64 all\nDate: %s\nSHA256:\n %s %d %s\n"
                                .formatted(date, Digests.of(bytes), bytes.length, index);
        Path plain = directory.resolve("Release");
        write(plain, text.getBytes(StandardCharsets.UTF_8));
        String signed = directory.resolve("InRelease").toString();
        gpg("--clearsign", "--yes", "--output", signed, plain.toString());
    }

    private static byte[] packages(String name, String file, byte[] deb) {
        return (control(name)
                        + "Filename: %s\nSize: %d\nSHA256: %s\n"
                                .formatted(file, deb.length, Digests.of(deb)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String control(String name) {
        return "Package: "
                + name
                + "\nVersion: 1.0\nArchitecture: all\nMaintainer: Test <test@example.org>\n"
                + "Description: a package of a test\n";
    }

    private static byte[] deb(String name, String words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String script = "#!/bin/sh\necho '" + words + "'\n";
        try (var ar = new ArArchiveOutputStream(bytes)) {
            part(ar, "debian-binary", "2.0\n".getBytes(StandardCharsets.UTF_8));
            part(ar, "control.tar.gz", tar("./control", control(name), 0644));
            part(ar, "data.tar.gz", tar("./usr/bin/" + name, script, 0755));
        }
        return bytes.toByteArray();
    }

    private static void part(ArArchiveOutputStream ar, String name, byte[] bytes)
            throws IOException {
        ar.putArchiveEntry(new ArArchiveEntry(name, bytes.length));
        ar.write(bytes);
        ar.closeArchiveEntry();
    }

    private static byte[] tar(String name, String text, int mode) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            entry.setMode(mode);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private List<String> gpg(String... words) throws Exception {
        List<String> argv =
                new ArrayList<>(List.of("gpg", "--homedir", home.toString(), "--batch", "--quiet"));
        argv.addAll(when);
        argv.addAll(List.of(words));
        return run(argv);
    }

    private static List<String> run(List<String> argv) throws Exception {
        List<String> lines = new ArrayList<>();
        Exit exit =
                ProcessRunner.ofHost()
                        .run(
                                Command.of(argv.toArray(String[]::new)),
                                lines::add,
                                new Cancellation());
        if (!exit.ok()) {
            throw new IOException(argv + " " + exit.describe() + ": " + lines);
        }
        return lines;
    }
}
