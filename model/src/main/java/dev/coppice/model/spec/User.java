package dev.coppice.model.spec;

import java.util.List;
import java.util.Optional;

/**
 * A person's account. Accounts without a number get the free user ids from 1000 in the order of the
 * file. An entry named {@code root} makes no account: it sets how root logs in (shell, hash, keys).
 *
 * @param name login name
 * @param uid user id, 1000 to 59999; the next free one when empty
 * @param fullName the person's name (the GECOS field of passwd(5)), possibly empty
 * @param groups supplementary groups; a group that no package brings is created
 * @param shell absolute path of the login shell, {@code /bin/bash} by default
 * @param hashedPassword a crypt(5) hash; no password login without one
 * @param sshAuthorizedKeys lines of {@code ~/.ssh/authorized_keys}
 */
public record User(
        String name,
        Optional<Integer> uid,
        String fullName,
        List<String> groups,
        String shell,
        Optional<String> hashedPassword,
        List<String> sshAuthorizedKeys) {

    public User {
        groups = List.copyOf(groups);
        sshAuthorizedKeys = List.copyOf(sshAuthorizedKeys);
    }
}
