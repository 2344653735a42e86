package dev.coppice.model.export.cloudinit;

import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.TextWriter;

/** A script that makes the seed's ISO image. */
final class SeedScript {

    private SeedScript() {}

    static ExportedFile of(boolean interfaces) {
        String files = "user-data meta-data" + (interfaces ? " network-config" : "");
        return new TextWriter("")
                .line(
                        """
                        #!/bin/sh
                        # Makes seed.iso, which a machine finds as a second drive by its label.
                        set -e
                        cd "$(dirname "$0")"
                        for tool in xorrisofs genisoimage mkisofs; do
                            if command -v "$tool" >/dev/null; then
                                exec "$tool" -quiet -output seed.iso -volid cidata -joliet -rock \\
                                    %s
                            fi
                        done
                        echo "Install xorriso or genisoimage." >&2
                        exit 4\
                        """
                                .formatted(files))
                .program("seed.sh", Language.SHELL);
    }
}
