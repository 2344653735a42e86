package dev.coppice.runner.build.debian;

import java.util.stream.Collectors;

/**
 * Settings of the SSH server, sshd_config(5). Debian's own file reads ours before it says anything
 * itself, and the first value of a keyword counts.
 */
final class SshdFiles {

    private SshdFiles() {}

    static void write(ConfigSite site) {
        if (!site.spec().sshd().isEmpty()) {
            site.tree()
                    .text(
                            "/etc/ssh/sshd_config.d/10-coppice.conf",
                            site.spec().sshd().entrySet().stream()
                                    .map(e -> e.getKey() + " " + e.getValue() + "\n")
                                    .collect(Collectors.joining()));
        }
    }
}
