package dev.coppice.runner.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coppice.model.packages.PackageEntry;
import dev.coppice.model.packages.PackageIndex;
import dev.coppice.runner.fetch.HttpDownload;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.ProcessRunner;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The list of packages of a real release, from the real mirror. */
@Tag("vm")
class RealIndexTest {

    @TempDir Path folder;

    @Test
    void theListOfBookworm() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var indexes =
                    PackageIndexes.of(folder, System.getenv(), ProcessRunner.ofHost(), executor);
            Archive archive = Archive.of(Optional.empty(), "bookworm");
            CachedIndex list = value(indexes.refresh(archive, e -> {}).outcome().get());
            assertThat(list.trust())
                    .isEqualTo(
                            Files.isReadable(ReleaseSignature.DEBIAN_KEYS)
                                    ? Trust.SIGNED
                                    : Trust.CHECKSUMS);
            assertThat(list.index().size()).isGreaterThan(60_000);
            assertThat(list.index().find("nginx"))
                    .hasValueSatisfying(n -> assertThat(n.summary()).contains("web/proxy server"));
            assertThat(list.index().search("ssh server", 20))
                    .extracting(PackageEntry::name)
                    .contains("openssh-server", "tinysshd");
            assertThat(list.index().near("ngnix")).contains("nginx");
            PackageIndex kept = indexes.cached(archive).orElseThrow().index();
            assertThat(kept.packages()).isEqualTo(list.index().packages());
            assertThat(kept.withDependencies(List.of("task-ssh-server")))
                    .contains("openssh-server", "libc6")
                    .doesNotContain("nginx");
            try (Stream<Path> files = Files.list(folder.resolve("packages"))) {
                long bytes = files.mapToLong(f -> f.toFile().length()).sum();
                assertThat(bytes).isBetween(1_000_000L, 8_000_000L);
            }
        }
    }

    @Test
    void aChangedReleaseFileIsRefused() throws Exception {
        assumeTrue(
                Files.isReadable(ReleaseSignature.DEBIAN_KEYS),
                "this host has no keys of Debian's archive");
        Path file = folder.resolve("InRelease");
        String url = Archive.of(Optional.empty(), "bookworm").url("InRelease");
        var http = new HttpDownload(System.getenv(), Duration.ofSeconds(30));
        http.to(file, URI.create(url), (bytes, total) -> {}, new Cancellation());
        var signature = new ReleaseSignature(ProcessRunner.ofHost(), ReleaseSignature.DEBIAN_KEYS);
        assertThat(signature.check(file, folder, new Cancellation()).trust())
                .isEqualTo(Trust.SIGNED);
        Files.delete(folder.resolve("Release"));
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("Codename: bookworm", "Codename: bookwarm"));
        assertThatThrownBy(() -> signature.check(file, folder, new Cancellation()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("index-signature-wrong"));
    }

    private static CachedIndex value(JobOutcome<CachedIndex> outcome) {
        assertThat(outcome).isInstanceOf(JobOutcome.Succeeded.class);
        return ((JobOutcome.Succeeded<CachedIndex>) outcome).value();
    }
}
