package dev.coppice.runner.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that come with Coppice for disks. */
final class DiskResources {

    private DiskResources() {}

    static String text(String name) {
        try (InputStream in = DiskResources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Coppice was packaged without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
