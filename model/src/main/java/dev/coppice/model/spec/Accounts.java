package dev.coppice.model.spec;

import java.util.List;
import java.util.Optional;

/**
 * Who may log in and what they may do.
 *
 * @param users the people's accounts, in the order of the file
 * @param groups groups beside those that packages and users bring
 * @param sudo rules of sudoers(5), in the order of the file: the last that fits decides
 */
public record Accounts(List<User> users, List<Group> groups, List<SudoRule> sudo) {

    public Accounts {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
        sudo = List.copyOf(sudo);
    }

    /** No accounts. */
    public static Accounts none() {
        return new Accounts(List.of(), List.of(), List.of());
    }

    /**
     * A group.
     *
     * @param name its name
     * @param gid its number; the next free one when empty
     */
    public record Group(String name, Optional<Integer> gid) {}

    /**
     * Leave to run commands as somebody else.
     *
     * @param user the user who may; either this or a group
     * @param group the group whose members may
     * @param commands absolute paths with arguments, or {@code ALL}
     * @param runAs the user that the commands run as, or {@code ALL}
     * @param password whether sudo asks for the password
     */
    public record SudoRule(
            Optional<String> user,
            Optional<String> group,
            List<String> commands,
            String runAs,
            boolean password) {

        public SudoRule {
            commands = List.copyOf(commands);
        }

        /** Who may, as sudoers(5) writes it: {@code alice} or {@code %ops}. */
        public String who() {
            return user.or(() -> group.map(name -> "%" + name)).orElse("");
        }
    }
}
