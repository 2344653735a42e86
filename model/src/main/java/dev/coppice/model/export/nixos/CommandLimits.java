package dev.coppice.model.export.nixos;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command line names that NixOS calls otherwise, and that nobody can rename in it safely.
 */
final class CommandLimits {

    private static final Pattern ABOUT_UNITS = Pattern.compile("\\b(?:journalctl|systemctl)\\b");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9@_.-]+");

    private static final Pattern FILTER = Pattern.compile("\\binet\\s+coppice\\b");

    private CommandLimits() {}

    /** Why the command does not do on NixOS what it does on Debian; empty when nothing is known. */
    static Optional<String> of(String command, NixosServices services) {
        if (FILTER.matcher(command).find()) {
            return Optional.of(
                    "NixOS has its packet filter in a table of its own, not in inet coppice");
        }
        if (!ABOUT_UNITS.matcher(command).find()) {
            return Optional.empty();
        }
        Matcher words = WORD.matcher(command);
        while (words.find()) {
            String unit = words.group();
            Optional<String> there =
                    services.of(unit)
                            .map(NixosServices.Service::unit)
                            .filter(
                                    name ->
                                            !name.replaceFirst("\\.service$", "")
                                                    .equals(unit.replaceFirst("\\.service$", "")));
            if (there.isPresent()) {
                return Optional.of("the unit " + unit + " is " + there.get() + " on NixOS");
            }
        }
        return Optional.empty();
    }
}
