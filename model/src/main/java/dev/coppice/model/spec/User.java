package dev.coppice.model.spec;

import java.util.List;
import java.util.Optional;

/**
 * A person's account. Accounts get the user ids 1000, 1001, ... in the order of the file. An entry
 * named {@code root} makes no account: it sets how root logs in (shell, hash, keys).
 *
 * @param name login name
 * @param groups supplementary groups; a group that no package brings is created
 * @param shell absolute path of the login shell, {@code /bin/bash} by default
 * @param hashedPassword a crypt(5) hash; no password login without one
 * @param sshAuthorizedKeys lines of {@code ~/.ssh/authorized_keys}
 */
public record User(
        String name,
        List<String> groups,
        String shell,
        Optional<String> hashedPassword,
        List<String> sshAuthorizedKeys) {

    public User {
        groups = List.copyOf(groups);
        sshAuthorizedKeys = List.copyOf(sshAuthorizedKeys);
    }
}
