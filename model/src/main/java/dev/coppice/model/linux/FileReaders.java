package dev.coppice.model.linux;

import java.util.Map;

/** Which service reads a file of settings, as far as names tell. */
public final class FileReaders {

    private static final String SERVICE = ".service";

    /** Where the names of the service and of its files differ; a folder ends with a slash. */
    private static final Map<String, String> OTHERS =
            Map.of(
                    "/etc/samba/", "smbd.service",
                    "/etc/exports", "nfs-server.service",
                    "/etc/exports.d/", "nfs-server.service",
                    "/etc/bind/", "named.service",
                    "/etc/rancher/k3s/", "k3s.service",
                    "/etc/mysql/", "mariadb.service");

    private FileReaders() {}

    /** Whether a service must start anew when a file changes. */
    public static boolean reads(String unit, String path) {
        if (!unit.endsWith(SERVICE)) {
            return false;
        }
        String name = unit.substring(0, unit.length() - SERVICE.length());
        return path.startsWith("/etc/" + name + "/")
                || path.startsWith("/etc/" + name + ".d/")
                || path.equals("/etc/" + name + ".conf")
                || path.equals("/etc/default/" + name)
                || path.equals(UnitFiles.FOLDER + unit)
                || path.startsWith(UnitFiles.FOLDER + unit + ".d/")
                || OTHERS.entrySet().stream()
                        .filter(each -> each.getValue().equals(unit))
                        .map(Map.Entry::getKey)
                        .anyMatch(
                                file ->
                                        file.endsWith("/")
                                                ? path.startsWith(file)
                                                : path.equals(file));
    }
}
