package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.User;
import dev.coppice.runner.job.ProblemException;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** The files that a spec places. */
final class SpecFiles {

    private SpecFiles() {}

    static void write(ConfigSite site) {
        for (FileEntry file : site.spec().files()) {
            AccountTables accounts = site.accounts();
            int uid = known(accounts.uid(file.owner()), file, "user", file.owner());
            int gid = known(accounts.gid(file.group()), file, "group", file.group());
            TreeEntry entry =
                    switch (file.body()) {
                        case FileEntry.Inline(String content) ->
                                new TreeEntry.Content(
                                        content.getBytes(StandardCharsets.UTF_8),
                                        file.mode(),
                                        uid,
                                        gid);
                        case FileEntry.FromProject(String source) ->
                                new TreeEntry.HostFile(
                                        site.projectFiles().get(source), file.mode(), uid, gid);
                    };
            ownHome(site, file.path());
            site.tree().put(file.path(), entry);
        }
    }

    /** Directories made on the way to a file in a person's home belong to that person. */
    private static void ownHome(ConfigSite site, String path) {
        AccountTables accounts = site.accounts();
        for (User user : site.spec().accounts().users()) {
            String home = accounts.home(user.name()) + "/";
            if (path.startsWith(home)) {
                int uid = accounts.uid(user.name()).orElseThrow();
                int gid = accounts.primaryGroup(user.name());
                for (int slash = path.indexOf('/', home.length());
                        slash > 0;
                        slash = path.indexOf('/', slash + 1)) {
                    String directory = path.substring(0, slash);
                    if (!site.tree().has(directory)) {
                        site.tree().directory(directory, ConfigTree.DIRECTORY, uid, gid);
                    }
                }
            }
        }
    }

    private static int known(OptionalInt id, FileEntry file, String kind, String name) {
        return id.orElseThrow(
                () ->
                        new ProblemException(
                                "owner-unknown",
                                "The file "
                                        + file.path()
                                        + " belongs to the "
                                        + kind
                                        + " "
                                        + name
                                        + ", which the system does not have.",
                                "Add the "
                                        + kind
                                        + " to the spec, or the package that brings it, or give"
                                        + " the file another owner."));
    }
}
