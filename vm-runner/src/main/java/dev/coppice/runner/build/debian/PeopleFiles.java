package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.User;

/** The account files, people's homes and what they may do. */
final class PeopleFiles {

    private static final int FIRST_PERSON = 1000;
    private static final int PRIVATE = 0700;

    private PeopleFiles() {}

    static void write(ConfigSite site) {
        SystemSpec spec = site.spec();
        AccountTables accounts = site.accounts();
        ConfigTree tree = site.tree();
        int shadow = accounts.gid("shadow").orElse(0);
        tree.text("/etc/passwd", accounts.passwd());
        tree.text("/etc/group", accounts.group());
        tree.text("/etc/shadow", accounts.shadow(), 0640, 0, shadow);
        tree.text("/etc/gshadow", accounts.gshadow(), 0640, 0, shadow);
        spec.accounts().users().forEach(user -> home(site, user));
        site.units().warnings().addAll(accounts.warnings());
    }

    private static void home(ConfigSite site, User user) {
        AccountTables accounts = site.accounts();
        ConfigTree tree = site.tree();
        int uid = accounts.uid(user.name()).orElseThrow();
        int gid = accounts.primaryGroup(user.name());
        String home = accounts.home(user.name());
        if (uid >= FIRST_PERSON) {
            tree.put(home, new TreeEntry.Directory(PRIVATE, uid, gid));
            site.lower()
                    .skeleton()
                    .forEach(
                            (path, bytes) ->
                                    tree.put(
                                            home + "/" + path,
                                            new TreeEntry.Content(
                                                    bytes, ConfigTree.FILE, uid, gid)));
        }
        if (!user.sshAuthorizedKeys().isEmpty()) {
            tree.put(home + "/.ssh", new TreeEntry.Directory(PRIVATE, uid, gid));
            String keys = String.join("\n", user.sshAuthorizedKeys()) + "\n";
            tree.text(home + "/.ssh/authorized_keys", keys, 0600, uid, gid);
        }
    }
}
