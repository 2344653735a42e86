package dev.coppice.model.rules;

import java.util.Arrays;
import java.util.Optional;

/**
 * An IP address in numbers; no name is ever looked up.
 *
 * @param bytes 4 or 16 of them
 */
record IpAddress(byte[] bytes) {

    /** Reads {@code 192.168.1.1} or {@code 2001:db8::1} (RFC 4291, section 2.2). */
    static Optional<IpAddress> parse(String text) {
        return (text.contains(":") ? six(text) : four(text)).map(IpAddress::new);
    }

    /** The number of bits: 32 or 128. */
    int bits() {
        return bytes.length * 8;
    }

    /** Whether both stand in one network of that prefix length. */
    boolean sameNetwork(IpAddress other, int prefix) {
        if (bytes.length != other.bytes.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((bytes[bit / 8] & mask) != (other.bytes[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** The network of that prefix length in which this address stands. */
    IpAddress network(int prefix) {
        byte[] masked = bytes.clone();
        for (int bit = prefix; bit < bits(); bit++) {
            masked[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        return new IpAddress(masked);
    }

    /** Whether all bits behind the prefix are set: the address for all of a network. */
    boolean isBroadcast(int prefix) {
        for (int bit = prefix; bit < bits(); bit++) {
            if ((bytes[bit / 8] & 0x80 >> bit % 8) == 0) {
                return false;
            }
        }
        return true;
    }

    /** The following address. */
    IpAddress next() {
        byte[] next = bytes.clone();
        for (int i = next.length - 1; i >= 0 && ++next[i] == 0; i--) {}
        return new IpAddress(next);
    }

    /** The address as it is usually written; one of version 6 in eight groups. */
    String text() {
        var out = new StringBuilder();
        for (int i = 0; i < bytes.length; i += bytes.length == 4 ? 1 : 2) {
            if (bytes.length == 4) {
                out.append(i == 0 ? "" : ".").append(bytes[i] & 0xFF);
            } else {
                int group = (bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF;
                out.append(i == 0 ? "" : ":").append(Integer.toHexString(group));
            }
        }
        return out.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    private static Optional<byte[]> four(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        byte[] out = new byte[4];
        for (int i = 0; i < 4; i++) {
            if (!parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 255) {
                return Optional.empty();
            }
            out[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(out);
    }

    private static Optional<byte[]> six(String text) {
        int gap = text.indexOf("::");
        if (gap != text.lastIndexOf("::") || text.contains(".")) {
            return Optional.empty();
        }
        Optional<byte[]> head = groups(gap < 0 ? text : text.substring(0, gap));
        Optional<byte[]> tail = groups(gap < 0 ? "" : text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int length = head.get().length + tail.get().length;
        if (gap < 0 ? length != 16 : length > 14) {
            return Optional.empty();
        }
        byte[] out = Arrays.copyOf(head.get(), 16);
        System.arraycopy(tail.get(), 0, out, 16 - tail.get().length, tail.get().length);
        return Optional.of(out);
    }

    private static Optional<byte[]> groups(String text) {
        if (text.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        String[] parts = text.split(":", -1);
        if (parts.length > 8) {
            return Optional.empty();
        }
        byte[] out = new byte[parts.length * 2];
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].matches("[0-9A-Fa-f]{1,4}")) {
                return Optional.empty();
            }
            int group = Integer.parseInt(parts[i], 16);
            out[2 * i] = (byte) (group >> 8);
            out[2 * i + 1] = (byte) group;
        }
        return Optional.of(out);
    }
}
