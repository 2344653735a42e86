package dev.coppice.model.export.debian;

import dev.coppice.model.export.ExportedFile.Line;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.User;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** The files that a spec places, and people's keys. */
public final class PlacedFiles {

    private static final int SECRET = 0600;

    private PlacedFiles() {}

    static List<SystemFile> of(SystemSpec spec) {
        var files = new ArrayList<SystemFile>();
        for (int i = 0; i < spec.files().size(); i++) {
            FileEntry file = spec.files().get(i);
            files.add(
                    new SystemFile(
                            file.path(),
                            body(file, YamlPath.of("files", i)),
                            file.mode(),
                            file.owner(),
                            file.group()));
        }
        return files;
    }

    private static SystemFile.Body body(FileEntry file, YamlPath path) {
        return switch (file.body()) {
            case FileEntry.Inline(String content) -> SystemFile.written(content, List.of(path));
            case FileEntry.FromProject(String source) -> new SystemFile.FromProject(source, path);
        };
    }

    /** The keys with which people log in, sshd(8). */
    static List<SystemFile> keys(List<User> users) {
        var files = new ArrayList<SystemFile>();
        for (int i = 0; i < users.size(); i++) {
            User user = users.get(i);
            if (!user.sshAuthorizedKeys().isEmpty()) {
                files.add(
                        new SystemFile(
                                home(user) + "/.ssh/authorized_keys",
                                keys(user, YamlPath.of("users", i, "sshAuthorizedKeys")),
                                SECRET,
                                user.name(),
                                user.name()));
            }
        }
        return files;
    }

    private static SystemFile.Written keys(User user, YamlPath path) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < user.sshAuthorizedKeys().size(); i++) {
            lines.addAll(
                    SystemFile.written(user.sshAuthorizedKeys().get(i), List.of(path.index(i)))
                            .lines());
        }
        return new SystemFile.Written(lines);
    }

    /** A person's home. */
    public static String home(User user) {
        return user.name().equals("root") ? "/root" : "/home/" + user.name();
    }
}
