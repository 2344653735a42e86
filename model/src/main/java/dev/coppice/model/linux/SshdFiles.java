package dev.coppice.model.linux;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Settings of the SSH server, sshd_config(5). Debian's own file reads ours before it says anything
 * itself, and the first value of a keyword counts.
 */
public final class SshdFiles {

    private SshdFiles() {}

    /** None when the spec sets nothing. */
    public static List<SettingFile> of(SystemSpec spec) {
        return spec.sshd().isEmpty()
                ? List.of()
                : List.of(
                        new SettingFile(
                                "/etc/ssh/sshd_config.d/10-coppice.conf",
                                spec.sshd().entrySet().stream()
                                        .map(e -> e.getKey() + " " + e.getValue() + "\n")
                                        .collect(Collectors.joining()),
                                SettingFile.PLAIN,
                                spec.sshd().keySet().stream()
                                        .map(key -> YamlPath.of("sshd", key))
                                        .toList()));
    }
}
