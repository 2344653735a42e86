package dev.coppice.model.spec;

import java.util.Optional;

/**
 * A systemd unit of one's own, or a drop-in for a unit that exists (systemd.unit(5)).
 *
 * @param name unit name with suffix, {@code backup.timer}
 * @param dropIn name of the drop-in without {@code .conf}; then the file is {@code
 *     /etc/systemd/system/NAME.d/DROPIN.conf}, else {@code /etc/systemd/system/NAME}
 * @param content the unit file's text
 */
public record Unit(String name, Optional<String> dropIn, String content) {}
