package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.bind.Quantities;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlValue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The preview machine can start, and its forwarded ports lead somewhere. */
final class MachineRule implements Rule {

    private static final int LEAST_MIB = 256;
    private static final int MOST_MIB = 1024 * 1024;

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Bound.Fields machine = context.root().record("machine");
        machine.text("memory").ifPresent(memory -> memory(memory, findings));
        var hostPorts = new HashSet<Integer>();
        for (Bound.Value<String> pair : machine.texts("forward")) {
            forward(pair, hostPorts, context.root().record("network"), findings);
        }
    }

    private static void memory(Bound.Value<String> memory, Consumer<Finding> findings) {
        int size = Quantities.mebibytes(memory.value());
        if (size < LEAST_MIB || size > MOST_MIB) {
            findings.accept(
                    Finding.at(
                            memory.path(),
                            DiagnosticCode.BAD_SIZE,
                            "a machine cannot start with `" + memory.value() + "` of memory",
                            "Write a size from 256M to 1024G, such as 1G.",
                            Fixes.set(memory.path(), size < LEAST_MIB ? "256M" : "4G")));
        }
    }

    private static void forward(
            Bound.Value<String> pair,
            Set<Integer> hostPorts,
            Bound.Fields network,
            Consumer<Finding> findings) {
        String[] ports = pair.value().split(":", -1);
        int host = Integer.parseInt(ports[0]);
        int guest = Integer.parseInt(ports[1]);
        if (!isPort(host) || !isPort(guest)) {
            findings.accept(
                    Finding.at(
                            pair.path(),
                            DiagnosticCode.BAD_FORWARD,
                            "`" + pair.value() + "` has a port that is not from 1 to 65535",
                            Shape.FORWARD.help()));
            return;
        }
        if (!hostPorts.add(host)) {
            findings.accept(
                    Finding.at(
                            pair.path(),
                            DiagnosticCode.DUPLICATE,
                            "port " + host + " of this computer is forwarded already",
                            "Choose another one in front of the colon.",
                            Fixes.remove(pair.path())));
        }
        if (host < 1024) {
            findings.accept(
                    Finding.at(
                            pair.path(),
                            DiagnosticCode.PRIVILEGED_PORT,
                            "only root may open port " + host + " on this computer",
                            "Choose one from 1024.",
                            Fixes.set(pair.path(), (8000 + host) + ":" + guest)));
        }
        blocked(pair, guest, network, findings);
    }

    private static void blocked(
            Bound.Value<String> pair, int guest, Bound.Fields network, Consumer<Finding> findings) {
        if (!network.has("firewall")) {
            return;
        }
        Bound.Fields firewall = network.record("firewall");
        List<Bound.Value<String>> allowed = firewall.texts("allowTcp");
        boolean open =
                allowed.stream().anyMatch(ports -> Quantities.ports(ports.value()).has(guest));
        if (firewall.whole("allowTcp") && !open) {
            findings.accept(
                    Finding.at(
                            pair.path(),
                            DiagnosticCode.FORWARD_BLOCKED,
                            "the firewall drops what comes to port " + guest,
                            "Add " + guest + " to `network.firewall.allowTcp`.",
                            new Fix(
                                    "Allow port " + guest,
                                    List.of(
                                            new YamlOp.Insert(
                                                    firewall.path().key("allowTcp"),
                                                    allowed.size(),
                                                    new YamlValue.Int(guest))))));
        }
    }

    private static boolean isPort(int number) {
        return number >= 1 && number <= 65535;
    }
}
