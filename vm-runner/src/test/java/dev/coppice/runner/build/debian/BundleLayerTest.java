package dev.coppice.runner.build.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coppice.runner.fetch.DownloadCache;
import dev.coppice.runner.job.JobContext;
import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Store;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

class BundleLayerTest {

    @TempDir Path dir;

    private final ProcessRunner processes = ProcessRunner.ofHost();
    private final Cancellation cancellation = new Cancellation();
    private final List<String> events = new ArrayList<>();
    private BundleLayer layer;
    private int builds;

    @BeforeEach
    void open() throws IOException {
        Store store = TestStores.open(dir.resolve("store"));
        HostCheck host = new HostCheck(processes, RootNamespace.ofProcess(), "me");
        layer =
                new BundleLayer(
                        new DownloadCache(dir.resolve("downloads"), Map.of()),
                        new ScriptRun(processes, host, store));
    }

    /** A tool as projects pack them: all in one directory, with links. */
    private static byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            put(tar, new TarArchiveEntry("tool-1/"), "");
            TarArchiveEntry program = new TarArchiveEntry("./tool-1/bin/tool");
            program.setMode(0755);
            program.setUserId(1234);
            put(tar, program, "program");
            TarArchiveEntry same = new TarArchiveEntry("tool-1/bin/same", TarConstants.LF_LINK);
            same.setLinkName("./tool-1/bin/tool");
            put(tar, same, "");
            TarArchiveEntry link = new TarArchiveEntry("tool-1/tool", TarConstants.LF_SYMLINK);
            link.setLinkName("bin/tool");
            put(tar, link, "");
            put(tar, new TarArchiveEntry("tool-1/share/man/tool.1"), "manual");
            put(tar, new TarArchiveEntry("tool-1/x/" + "n".repeat(150)), "long");
            put(tar, new TarArchiveEntry("tool-1/fifo", TarConstants.LF_FIFO), "");
            put(tar, new TarArchiveEntry("tool-1/tool.service"), "[Service]\n");
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (entry.isFile() && !entry.isLink()) {
            entry.setSize(bytes.length);
        }
        tar.putArchiveEntry(entry);
        tar.write(bytes, 0, (int) entry.getSize());
        tar.closeArchiveEntry();
    }

    private Path packed(String name) throws Exception {
        Path file = dir.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "gz", "tgz" -> packInto(new GZIPOutputStream(out));
                case "bz2" -> packInto(new BZip2CompressorOutputStream(out));
                case "xz", "zst" -> {
                    Path plain = Files.write(dir.resolve("plain"), tar());
                    String tool = name.endsWith("xz") ? "xz" : "zstd";
                    Process packer =
                            new ProcessBuilder(tool, "-q", "-c", plain.toString())
                                    .redirectOutput(file.toFile())
                                    .start();
                    assertThat(packer.waitFor()).isZero();
                }
                default -> out.write(tar());
            }
        }
        return file;
    }

    private static void packInto(OutputStream out) throws IOException {
        try (out) {
            out.write(tar());
        }
    }

    private BundleTree make(String bundle, Path file) throws Exception {
        try (JobStep step =
                new JobContext(event -> events.add(event.toString()), cancellation)
                        .begin("bundles", "")) {
            return layer.make(
                    TestSpecs.spec("bundles: [" + bundle + "]\n"),
                    new LowerSystem(Map.of(), new TreeMap<>(), Map.of(), Map.of(), new TreeMap<>()),
                    Map.of(file.getFileName().toString(), file),
                    Files.createDirectory(dir.resolve("place" + builds++)),
                    step,
                    cancellation);
        }
    }

    private Problem problem(String bundle, Path file) {
        var thrown = new Problem[1];
        assertThatThrownBy(() -> make(bundle, file))
                .isInstanceOfSatisfying(ProblemException.class, e -> thrown[0] = e.problem());
        return thrown[0];
    }

    private static String content(SortedMap<String, TreeEntry> entries, String path)
            throws IOException {
        TreeEntry.HostFile file = (TreeEntry.HostFile) entries.get(path);
        return Files.readString(file.source()) + " " + Integer.toOctalString(file.mode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.tar", "t.tar.gz", "t.tgz", "t.tar.bz2", "t.tar.xz", "t.tar.zst"})
    void unpacksEveryKindOfArchive(String name) throws Exception {
        BundleTree tree =
                make(
                        """
                        { name: tool, source: %s, strip: 1,
                          files: [{ from: tool, to: /usr/local/bin/tool },
                                  { from: share/man, to: /usr/share/man/man1 }],
                          units: [tool.service] }
                        """
                                .formatted(name),
                        packed(name));
        SortedMap<String, TreeEntry> entries = tree.entries();
        assertThat(content(entries, "opt/tool/bin/tool")).isEqualTo("program 755");
        assertThat(content(entries, "opt/tool/bin/same")).isEqualTo("program 755");
        assertThat(entries).containsEntry("opt/tool/tool", new TreeEntry.Link("bin/tool"));
        assertThat(content(entries, "usr/local/bin/tool")).isEqualTo("program 755");
        assertThat(content(entries, "usr/share/man/man1/tool.1")).isEqualTo("manual 644");
        assertThat(content(entries, "opt/tool/x/" + "n".repeat(150))).startsWith("long");
        assertThat(content(entries, "etc/systemd/system/tool.service")).startsWith("[Service]");
        assertThat(entries).doesNotContainKey("opt/tool/fifo");
        assertThat(events).anyMatch(e -> e.contains("tool-1/fifo is no file"));
        assertThat(tree.system().adminUnits()).containsEntry("tool.service", "[Service]\n");
        assertThat(tree.system().node("usr/local/bin")).isPresent();

        Path meta = dir.resolve("meta.tar");
        tree.system().write(meta);
        assertThat(LowerSystem.read(meta)).isEqualTo(tree.system());
    }

    @Test
    void unpacksZipWithModesAndLinks() throws Exception {
        Path file = dir.resolve("t.ZIP");
        try (var zip = new ZipArchiveOutputStream(file.toFile())) {
            ZipArchiveEntry program = new ZipArchiveEntry("tool");
            program.setUnixMode(0100750);
            zip.putArchiveEntry(program);
            zip.write("program".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
            ZipArchiveEntry link = new ZipArchiveEntry("link");
            link.setUnixMode(0120777);
            zip.putArchiveEntry(link);
            zip.write("tool".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        var entries = make("{ name: tool, source: t.ZIP }", file).entries();
        assertThat(content(entries, "opt/tool/tool")).isEqualTo("program 750");
        assertThat(entries).containsEntry("opt/tool/link", new TreeEntry.Link("tool"));
    }

    @Test
    void aFileThatIsNoArchiveIsPlacedAsItIs() throws Exception {
        Path file = Files.writeString(dir.resolve("tool"), "program");
        var entries =
                make(
                                "{ name: t, source: tool, files: [{ from: tool, to: /bin/t,"
                                        + " mode: \"0700\" }] }",
                                file)
                        .entries();
        assertThat(content(entries, "opt/t/tool")).isEqualTo("program 755");
        assertThat(content(entries, "bin/t")).isEqualTo("program 700");
        assertThat(make("{ name: t, source: t.tar, unpack: none }", packed("t.tar")).entries())
                .containsKey("opt/t/t.tar");
    }

    @Test
    void whatIsMissingIsNamedWithWhatIsThere() throws Exception {
        Problem problem =
                problem(
                        "{ name: t, source: t.tar, files: [{ from: bin/tool, to: /bin/t }] }",
                        packed("t.tar"));
        assertThat(problem.code()).isEqualTo("bundle-file-missing");
        assertThat(problem.message()).contains("bundle t", "bin/tool");
        assertThat(problem.hint()).contains("Did you mean tool-1/bin/tool?", "strip");
        assertThat(problem("{ name: t, source: t.tar, strip: 9 }", packed("t.tar")).code())
                .isEqualTo("bundle-empty");
    }

    @Test
    void anArchiveThatIsNoneOrUnsafeIsRefused() throws Exception {
        Path text = Files.writeString(dir.resolve("t.tar.gz"), "<html>not here</html>");
        Problem damaged = problem("{ name: t, source: t.tar.gz }", text);
        assertThat(damaged.code()).isEqualTo("bundle-damaged");
        assertThat(damaged.message()).contains("t.tar.gz", "bundle t");
        Path xz = Files.writeString(dir.resolve("t.tar.xz"), "not here");
        assertThat(problem("{ name: t, source: t.tar.xz }", xz).log()).isNotEmpty();
        Path unsafe = dir.resolve("u.tar");
        try (var tar = new TarArchiveOutputStream(Files.newOutputStream(unsafe))) {
            put(tar, new TarArchiveEntry("a/../../etc/passwd"), "x");
        }
        assertThat(problem("{ name: t, source: u.tar }", unsafe).message()).contains("unsafe");
    }
}
