package dev.coppice.model.rules.known;

import java.util.List;
import java.util.Map;

/**
 * The words that settings of units take (systemd.service(5), systemd.exec(5), systemd.socket(5)).
 * Settings are named with their section, {@code Service.Type}.
 */
public final class UnitValues {

    private static final Map<String, List<String>> CHOICES =
            Map.ofEntries(
                    Map.entry(
                            "Service.Type",
                            List.of(
                                    "simple",
                                    "exec",
                                    "forking",
                                    "oneshot",
                                    "dbus",
                                    "notify",
                                    "notify-reload",
                                    "idle")),
                    Map.entry(
                            "Service.Restart",
                            List.of(
                                    "no",
                                    "on-success",
                                    "on-failure",
                                    "on-abnormal",
                                    "on-watchdog",
                                    "on-abort",
                                    "always")),
                    Map.entry("Service.RestartMode", List.of("normal", "direct", "debug")),
                    Map.entry("Service.NotifyAccess", List.of("none", "main", "exec", "all")),
                    Map.entry("Service.ExitType", List.of("main", "cgroup")),
                    Map.entry("Service.KeyringMode", List.of("inherit", "private", "shared")),
                    Map.entry("Service.OOMPolicy", List.of("continue", "stop", "kill")),
                    Map.entry(
                            "Service.KillMode",
                            List.of("control-group", "mixed", "process", "none")),
                    Map.entry(
                            "Service.ProtectProc",
                            List.of("noaccess", "invisible", "ptraceable", "default")),
                    Map.entry("Service.ProcSubset", List.of("all", "pid")),
                    Map.entry(
                            "Service.IOSchedulingClass",
                            List.of("0", "1", "2", "3", "none", "realtime", "best-effort", "idle")),
                    Map.entry(
                            "Service.CPUSchedulingPolicy",
                            List.of("other", "batch", "idle", "fifo", "rr")),
                    Map.entry("Socket.BindIPv6Only", List.of("default", "both", "ipv6-only")));

    /** Settings that take a truth value or one of some words. */
    private static final Map<String, List<String>> TRUTH_OR =
            Map.of(
                    "Service.ProtectSystem", List.of("full", "strict"),
                    "Service.ProtectHome", List.of("read-only", "tmpfs"),
                    "Service.ProtectControlGroups", List.of("private", "strict"),
                    "Service.PrivateTmp", List.of("disconnected"),
                    "Service.PrivateUsers", List.of("self", "identity", "full"));

    UnitValues() {}

    /** The words of a setting that takes nothing else; empty for all others. */
    public List<String> choices(String setting) {
        return CHOICES.getOrDefault(setting, List.of());
    }

    /** The words that a setting takes besides a truth value; empty for all others. */
    public List<String> besidesTruth(String setting) {
        return TRUTH_OR.getOrDefault(setting, List.of());
    }
}
