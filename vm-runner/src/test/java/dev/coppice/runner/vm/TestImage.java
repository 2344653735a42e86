package dev.coppice.runner.vm;

import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An image of a container with busybox and a web page, as an archive that podman-load(1) takes. */
final class TestImage {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** The busybox that our initrd carries. */
    static byte[] busybox(Path initrd) throws IOException {
        try (var cpio =
                new CpioArchiveInputStream(new BufferedInputStream(Files.newInputStream(initrd)))) {
            for (CpioArchiveEntry entry = cpio.getNextEntry();
                    entry != null;
                    entry = cpio.getNextEntry()) {
                if (entry.getName().equals("bin/busybox")) {
                    return cpio.readAllBytes();
                }
            }
        }
        throw new IOException("no busybox in " + initrd);
    }

    /**
     * @param name image name with tag
     */
    void write(Path file, String name, byte[] busybox) throws Exception {
        byte[] layer = layer(busybox);
        String layerHash = sha256(layer);
        byte[] config =
                json(
                        Map.of(
                                "architecture",
                                "amd64",
                                "os",
                                "linux",
                                "config",
                                Map.of("Env", List.of("PATH=/bin"), "Cmd", List.of("sh")),
                                "rootfs",
                                Map.of(
                                        "type",
                                        "layers",
                                        "diff_ids",
                                        List.of("sha256:" + layerHash))));
        String configName = sha256(config) + ".json";
        files.put(configName, config);
        files.put(layerHash + ".tar", layer);
        files.put(
                "manifest.json",
                json(
                        List.of(
                                Map.of(
                                        "Config", configName,
                                        "RepoTags", List.of(name),
                                        "Layers", List.of(layerHash + ".tar")))));
        try (var tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                put(tar, entry.getKey(), entry.getValue(), 0644);
            }
        }
    }

    private static byte[] layer(byte[] busybox) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            put(tar, "bin/busybox", busybox, 0755);
            for (String applet : List.of("sh", "httpd", "id", "cat", "nc")) {
                TarArchiveEntry link =
                        new TarArchiveEntry("bin/" + applet, TarConstants.LF_SYMLINK);
                link.setLinkName("busybox");
                tar.putArchiveEntry(link);
                tar.closeArchiveEntry();
            }
            byte[] page = "from a container\n".getBytes(StandardCharsets.UTF_8);
            put(tar, "www/index.html", page, 0644);
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] bytes, int mode)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        entry.setMode(mode);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static byte[] json(Object value) {
        return new JsonMapper().writeValueAsBytes(value);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
