package dev.coppice.model.nixos;

/**
 * An option.
 *
 * @param name its whole name, {@code users.users.<name>.shell}
 * @param type what it takes
 * @param words the same in the words of the table
 * @param description what it is, in NixOS's Markdown; possibly empty
 * @param defaultText the default as an expression of Nix; possibly empty
 * @param example an example as an expression of Nix; possibly empty
 * @param readOnly whether a configuration cannot set it
 */
public record NixOption(
        String name,
        NixType type,
        String words,
        String description,
        String defaultText,
        String example,
        boolean readOnly) {}
