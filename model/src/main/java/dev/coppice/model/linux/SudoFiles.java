package dev.coppice.model.linux;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/** What people may do as others: sudoers(5). */
public final class SudoFiles {

    private static final int READ_ONLY = 0440;

    private SudoFiles() {}

    /** None when the spec has no rules. */
    public static List<SettingFile> of(SystemSpec spec) {
        return spec.accounts().sudo().isEmpty()
                ? List.of()
                : List.of(
                        new SettingFile(
                                "/etc/sudoers.d/coppice",
                                SudoRules.of(spec.accounts().sudo()),
                                READ_ONLY,
                                List.of(YamlPath.of("sudo"))));
    }
}
