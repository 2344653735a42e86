package dev.coppice.model.spec;

import java.time.Duration;
import java.util.Optional;

/** Something that must hold in a running machine. */
public sealed interface Check {

    /** A systemd unit is in a state: {@code active}, {@code inactive} or {@code failed}. */
    record UnitIs(String unit, String state) implements Check {}

    /** A TCP port of the guest accepts connections, or not. */
    record Port(int port, boolean open) implements Check {}

    /** A URL, fetched inside the guest, answers with a status and, if given, a text in its body. */
    record Http(String url, int status, Optional<String> contains) implements Check {}

    /** A shell command's exit code and, if given, a text in its output. */
    record CommandExits(String command, int exit, Optional<String> contains) implements Check {}

    /** A file exists, or not, and, if given, contains a text. */
    record FileIs(String path, boolean exists, Optional<String> contains) implements Check {}

    /** From power-on to ready within a time. */
    record BootsWithin(Duration limit) implements Check {}
}
