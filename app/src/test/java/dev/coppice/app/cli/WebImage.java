package dev.coppice.app.cli;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A container image in the format of {@code docker save}, as containers/image describes it: one
 * layer with busybox, which serves the directory that nginx would.
 */
final class WebImage {

    private final Path store;

    /**
     * @param store one that has built a generation of Debian trixie
     */
    WebImage(Path store) {
        this.store = store;
    }

    /**
     * @param name the image's name with its tag
     */
    void write(Path archive, String name)
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        byte[] layer = tar(Map.of("bin/busybox", busybox(archive.resolveSibling("busybox"))));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(layer));
        String config =
                """
                {"architecture": "amd64", "os": "linux",
                 "config": {"Entrypoint":
                   ["/bin/busybox", "httpd", "-f", "-p", "80", "-h", "/usr/share/nginx/html"]},
                 "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]}}
                """
                        .formatted(digest);
        String manifest =
                """
                [{"Config": "config.json", "RepoTags": ["%s"], "Layers": ["layer.tar"]}]
                """
                        .formatted(name);
        var files = new LinkedHashMap<String, byte[]>();
        files.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        files.put("config.json", config.getBytes(StandardCharsets.UTF_8));
        files.put("layer.tar", layer);
        Files.createDirectories(archive.getParent());
        Files.write(archive, tar(files));
    }

    /** The static busybox of Debian, out of the package that every kernel layer is made with. */
    private byte[] busybox(Path place) throws IOException, InterruptedException {
        Path deb = cached("busybox-static");
        Files.createDirectories(place);
        int exit =
                new ProcessBuilder("dpkg-deb", "-x", deb.toString(), place.toString())
                        .inheritIO()
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IOException("dpkg-deb ended with " + exit);
        }
        try (var files = Files.walk(place)) {
            Path program =
                    files.filter(file -> file.endsWith("bin/busybox")).findFirst().orElseThrow();
            return Files.readAllBytes(program);
        }
    }

    /**
     * A package in the store's cache: its name is its digest, and its control file lies beside it.
     */
    private Path cached(String name) throws IOException {
        String suffix = ".control";
        Path packages = store.resolve("cache/packages");
        try (var found = Files.newDirectoryStream(packages, "*" + suffix)) {
            for (Path control : found) {
                if (Files.readAllLines(control).contains("Package: " + name)) {
                    String file = control.getFileName().toString();
                    return packages.resolve(file.substring(0, file.length() - suffix.length()));
                }
            }
        }
        throw new IOException("no " + name + " in " + packages);
    }

    private static byte[] tar(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                entry.setMode(0100755);
                out.putArchiveEntry(entry);
                out.write(file.getValue());
                out.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
