package dev.coppice.model.export.debian;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.User;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Directories on the way to files in people's homes: they belong to the person, not to root. */
public final class HomeFolders {

    private HomeFolders() {}

    /**
     * A directory below a home.
     *
     * @param user whose home it is
     * @param origin the file for which it is made
     */
    public record Folder(String path, String user, YamlPath origin) {}

    /** Each once, the outer ones first. */
    public static List<Folder> of(SystemSpec spec) {
        Map<String, Folder> folders = new LinkedHashMap<>();
        for (User user : spec.accounts().users()) {
            String home = PlacedFiles.home(user) + "/";
            for (int i = 0; i < spec.files().size(); i++) {
                String path = spec.files().get(i).path();
                if (path.startsWith(home)) {
                    YamlPath origin = YamlPath.of("files", i, "path");
                    for (String each : above(path, home.length())) {
                        folders.putIfAbsent(each, new Folder(each, user.name(), origin));
                    }
                }
            }
        }
        return List.copyOf(folders.values());
    }

    private static List<String> above(String path, int from) {
        var folders = new ArrayList<String>();
        for (int slash = path.indexOf('/', from); slash > 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash));
        }
        return folders;
    }
}
