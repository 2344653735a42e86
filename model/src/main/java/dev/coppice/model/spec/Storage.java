package dev.coppice.model.spec;

import java.util.List;

/**
 * What survives a reboot.
 *
 * @param persist absolute paths of directories that are kept on the state disk; everything else
 *     that a machine writes is gone at power-off
 */
public record Storage(List<String> persist) {

    public Storage {
        persist = List.copyOf(persist);
    }
}
