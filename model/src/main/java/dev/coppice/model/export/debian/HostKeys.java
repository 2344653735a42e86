package dev.coppice.model.export.debian;

import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.linux.UnitFiles;

import java.util.List;

/**
 * Keys of the SSH server. They are the secret of one machine: an image that many machines share
 * must not hold any, so each makes its own when it starts.
 */
public final class HostKeys {

    /** The package whose installation makes keys. */
    public static final String SERVER = "openssh-server";

    /** The unit's name. */
    public static final String UNIT = "ssh-host-key.service";

    private static final String TEXT =
            """
            [Unit]
            Description=Host key of the SSH server
            Before=ssh.service
            ConditionPathExists=!/etc/ssh/ssh_host_ed25519_key

            [Service]
            Type=oneshot
            ExecStart=/usr/bin/ssh-keygen -q -t ed25519 -N "" -f /etc/ssh/ssh_host_ed25519_key

            [Install]
            WantedBy=ssh.service
            """;

    /** Where containers keep the key, in a volume that outlives them. */
    public static final String KEPT = "/var/lib/ssh-host-keys";

    private static final String KEEPING =
            """
            [Unit]
            Description=Host key of the SSH server
            Before=ssh.service

            [Service]
            Type=oneshot
            StateDirectory=ssh-host-keys
            StateDirectoryMode=0700
            ExecStart=/bin/sh -c 'test -e %1$s/ssh_host_ed25519_key || ssh-keygen -q -t ed25519 -N "" -f %1$s/ssh_host_ed25519_key'
            ExecStart=/bin/sh -c 'cp -p %1$s/ssh_host_ed25519_key* /etc/ssh/'

            [Install]
            WantedBy=ssh.service
            """
                    .formatted(KEPT);

    private HostKeys() {}

    /** The unit that makes a key where there is none. */
    public static SystemFile unit() {
        return unit(TEXT);
    }

    /** The unit that keeps a key in {@link #KEPT}, and makes one where there is none. */
    public static SystemFile keepingUnit() {
        return unit(KEEPING);
    }

    private static SystemFile unit(String text) {
        return new SystemFile(
                UnitFiles.FOLDER + UNIT,
                SystemFile.written(text, List.of()),
                SettingFile.PLAIN,
                "root",
                "root");
    }
}
