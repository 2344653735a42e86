package dev.coppice.runner.build.debian;

import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Unpacks one archive of a bundle: tar, plain or packed with gzip, bzip2, xz or zstd, and zip. */
final class BundleArchive {

    private static final int PERMISSIONS = 07777;

    private final Path archive;
    private final UnpackedFiles into;
    private final ScriptRun tools;
    private final JobStep step;
    private final Cancellation cancellation;

    BundleArchive(
            Path archive,
            UnpackedFiles into,
            ScriptRun tools,
            JobStep step,
            Cancellation cancellation) {
        this.archive = archive;
        this.into = into;
        this.tools = tools;
        this.step = step;
        this.cancellation = cancellation;
    }

    /** What an archive is packed with, by its name. */
    private enum Format {
        TAR(List.of(".tar")),
        GZIP(List.of(".tar.gz", ".tgz")),
        BZIP2(List.of(".tar.bz2", ".tbz2", ".tbz")),
        XZ(List.of(".tar.xz", ".txz")),
        ZSTD(List.of(".tar.zst", ".tzst")),
        ZIP(List.of(".zip"));

        private final List<String> endings;

        Format(List<String> endings) {
            this.endings = endings;
        }

        static Optional<Format> of(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return List.of(values()).stream()
                    .filter(format -> format.endings.stream().anyMatch(lower::endsWith))
                    .findFirst();
        }
    }

    /** Whether a file of this name is an archive. */
    static boolean isArchive(String name) {
        return Format.of(name).isPresent();
    }

    /**
     * @param name the file's name, which says what it is packed with
     * @throws IOException when it cannot be read as that
     */
    void unpack(String name) throws IOException, InterruptedException {
        switch (Format.of(name).orElseThrow()) {
            case TAR -> tar(Files.newInputStream(archive));
            case GZIP -> tar(new GZIPInputStream(buffered()));
            case BZIP2 -> tar(new BZip2CompressorInputStream(buffered(), true));
            case XZ -> tar(Files.newInputStream(decompressed("xz")));
            case ZSTD -> tar(Files.newInputStream(decompressed("zstd")));
            case ZIP -> zip();
        }
    }

    private InputStream buffered() throws IOException {
        return new BufferedInputStream(Files.newInputStream(archive));
    }

    private Path decompressed(String tool) throws InterruptedException {
        Path plain = into.scratch().resolve("plain.tar");
        Command command =
                Command.of(
                        "sh",
                        "-c",
                        "exec \"$1\" -d -c -q \"$2\" >\"$3\"",
                        "sh",
                        tool,
                        archive.toString(),
                        plain.toString());
        tools.require(tool);
        tools.run(command, "unpacking " + archive.getFileName(), plain, step, cancellation);
        return plain;
    }

    private void tar(InputStream in) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(
                        new BufferedInputStream(in), StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                cancellation.check();
                int mode = entry.getMode() & PERMISSIONS;
                if (entry.isDirectory()) {
                    into.directory(entry.getName(), mode);
                } else if (entry.isSymbolicLink()) {
                    into.link(entry.getName(), entry.getLinkName());
                } else if (entry.isLink()) {
                    into.same(entry.getName(), entry.getLinkName());
                } else if (isSpecial(entry)) {
                    step.log("warning: " + entry.getName() + " is no file, and is left out");
                } else {
                    into.file(entry.getName(), tar, mode);
                }
            }
        }
    }

    private static boolean isSpecial(TarArchiveEntry entry) {
        return entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice();
    }

    private void zip() throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                cancellation.check();
                int mode = entry.getUnixMode() & PERMISSIONS;
                if (entry.isDirectory()) {
                    into.directory(entry.getName(), mode == 0 ? ConfigTree.DIRECTORY : mode);
                } else if (entry.isUnixSymlink()) {
                    into.link(entry.getName(), zip.getUnixSymlink(entry));
                } else {
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        into.file(entry.getName(), bytes, mode == 0 ? ConfigTree.FILE : mode);
                    }
                }
            }
        }
    }

    /** The problem of an archive that cannot be read. */
    static ProblemException damaged(String bundle, String name, IOException why) {
        return new ProblemException(
                "bundle-damaged",
                "The archive "
                        + name
                        + " of the bundle "
                        + bundle
                        + " cannot be unpacked: "
                        + why.getMessage()
                        + ".",
                "Look at the file. If it is no archive, say unpack: none; otherwise get it again.");
    }
}
