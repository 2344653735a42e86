package dev.coppice.runner.guest;

import dev.coppice.runner.guest.Facts.PortFact;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Listening sockets, from {@code /proc/net/tcp} and its kin (format: proc(5)). Addresses stand
 * there as 32-bit words in the byte order of the machine, ports in plain hexadecimal.
 */
final class SocketTable {

    private static final String TCP_LISTEN = "0A";
    private static final String UDP_UNCONNECTED = "07";

    /** A socket's inode and the process that holds it, {@code /proc/12/fd/3 socket:[345]}. */
    private final Map<String, String> processByInode = new HashMap<>();

    SocketTable(List<String> holders, List<String> names) {
        var nameByPid = new HashMap<String, String>();
        for (String line : names) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                nameByPid.put(pid(line), line.substring(colon + 1));
            }
        }
        for (String line : holders) {
            int tab = line.indexOf('\t');
            int open = line.indexOf('[', tab);
            if (tab > 0 && open > 0 && line.endsWith("]")) {
                String name = nameByPid.getOrDefault(pid(line), "");
                // systemd holds the sockets that it passes on: the service says more.
                processByInode.merge(
                        line.substring(open + 1, line.length() - 1),
                        name,
                        (a, b) -> a.equals("systemd") ? b : a);
            }
        }
    }

    List<PortFact> parse(List<String> lines) {
        var ports = new ArrayList<PortFact>();
        String protocol = "";
        for (String line : lines) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length == 1) {
                protocol = fields[0];
            } else if (fields.length > 9 && fields[0].endsWith(":") && listens(protocol, fields)) {
                String[] local = fields[1].split(":");
                ports.add(
                        new PortFact(
                                protocol.substring(0, 3),
                                address(local[0]),
                                Integer.parseInt(local[1], 16),
                                processByInode.getOrDefault(fields[9], "")));
            }
        }
        return ports.stream()
                .distinct()
                .sorted(
                        Comparator.comparing(PortFact::protocol)
                                .thenComparing(PortFact::port)
                                .thenComparing(PortFact::address))
                .toList();
    }

    private static boolean listens(String protocol, String[] fields) {
        return fields[3].equals(protocol.startsWith("tcp") ? TCP_LISTEN : UDP_UNCONNECTED);
    }

    private static String pid(String line) {
        return line.split("/", 4)[2];
    }

    static String address(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        for (int word = 0; word < bytes.length; word += 4) {
            swap(bytes, word, word + 3);
            swap(bytes, word + 1, word + 2);
        }
        try {
            String text = InetAddress.getByAddress(bytes).getHostAddress();
            return bytes.length == 16 && text.equals("0:0:0:0:0:0:0:0")
                    ? "::"
                    : text.equals("0:0:0:0:0:0:0:1") ? "::1" : text;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + hex, e);
        }
    }

    private static void swap(byte[] bytes, int a, int b) {
        byte kept = bytes[a];
        bytes[a] = bytes[b];
        bytes[b] = kept;
    }
}
