package dev.coppice.app.preview;

import dev.coppice.app.format.Human;
import dev.coppice.runner.guest.Facts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of what a machine reported.
 *
 * @param bad whether it needs attention
 */
record FactRow(String name, String value, boolean bad) {

    /** The facts that stand beside the screen. */
    static List<FactRow> of(Facts facts) {
        var rows = new ArrayList<FactRow>();
        rows.add(new FactRow("Host name", facts.hostname(), false));
        rows.add(new FactRow("System", facts.osRelease(), false));
        rows.add(new FactRow("Kernel", facts.kernel(), false));
        rows.add(new FactRow("Memory used", facts.memoryUsedMiB() + " MiB", false));
        rows.add(new FactRow("Boot", boot(facts), false));
        rows.add(new FactRow("Packages", Integer.toString(facts.packages().size()), false));
        rows.add(new FactRow("Users", users(facts), false));
        rows.add(new FactRow("Ports", ports(facts), false));
        String failed = failed(facts);
        rows.add(
                new FactRow("Failed units", failed.isEmpty() ? "none" : failed, !failed.isEmpty()));
        return rows;
    }

    private static String boot(Facts facts) {
        var parts = new ArrayList<String>();
        for (String part : List.of("kernel", "userspace")) {
            Long millis = facts.boot().get(part);
            if (millis != null) {
                // A figure is not torn from its unit at the end of a line.
                String time = Human.duration(Duration.ofMillis(millis)).replace(' ', '\u00a0');
                parts.add(part + " " + time);
            }
        }
        Long total = facts.boot().get("total");
        if (parts.isEmpty()) {
            return total == null ? "not reported" : Human.duration(Duration.ofMillis(total));
        }
        return String.join(" + ", parts);
    }

    private static String users(Facts facts) {
        return facts.users().stream()
                .map(Facts.UserFact::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String ports(Facts facts) {
        String ports =
                facts.ports().stream()
                        .filter(port -> !loopback(port.address()))
                        .sorted(
                                Comparator.comparing(Facts.PortFact::port)
                                        .thenComparing(Facts.PortFact::protocol))
                        .map(FactRow::port)
                        .distinct()
                        .collect(Collectors.joining("\n"));
        return ports.isEmpty() ? "none reachable" : ports;
    }

    /** Only the machine itself reaches these: they would bury what the network sees. */
    private static boolean loopback(String address) {
        return address.startsWith("127.")
                || address.equals("::1")
                || address.equals("[::1]")
                || address.endsWith("%lo");
    }

    private static String port(Facts.PortFact port) {
        String who = port.process().isEmpty() ? "" : "  " + port.process();
        return port.port() + "/" + port.protocol() + who;
    }

    private static String failed(Facts facts) {
        return facts.units().stream()
                .filter(u -> u.active().equals("failed"))
                .map(Facts.UnitFact::name)
                .collect(Collectors.joining("\n"));
    }
}
