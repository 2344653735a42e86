package dev.coppice.runner.build.kairos;

/** Puts the guest agent into an image, so that Preview can talk to its machine. */
public final class PreviewAgent {

    /** An instruction of a Dockerfile, whatever the family of the base image. */
    public static final String INSTRUCTION =
            """
            RUN if command -v apt-get >/dev/null; then \\
                    apt-get update \\
                    && apt-get install -y --no-install-recommends qemu-guest-agent \\
                    && rm -rf /var/lib/apt/lists/*; \\
                elif command -v dnf >/dev/null; then dnf install -y qemu-guest-agent; \\
                elif command -v zypper >/dev/null; then \\
                    zypper --non-interactive install qemu-guest-agent; \\
                elif command -v apk >/dev/null; then apk add qemu-guest-agent; \\
                fi
            """;

    private PreviewAgent() {}
}
