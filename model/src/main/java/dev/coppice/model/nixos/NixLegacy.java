package dev.coppice.model.nixos;

import dev.coppice.model.nixos.OptionFinding.Kind;
import dev.coppice.model.yaml.YamlPath;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options that NixOS had: their new names, or that they are gone. The resource {@code legacy.txt}
 * was made by evaluating the modules of nixpkgs (MIT licence) of July 2026.
 */
final class NixLegacy {

    private static final String GONE = "-";
    private static final String HIDDEN = "+";

    private final Map<String, String> rows = new HashMap<>();

    NixLegacy() {
        try (InputStream in = NixLegacy.class.getResourceAsStream("legacy.txt")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file legacy.txt");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        int colon = line.indexOf(" : ");
        rows.put(line.substring(0, colon), line.substring(colon + 3));
    }

    /** What became of an option: its new name, or empty text when it is gone. */
    private Optional<String> successor(List<String> path) {
        return Optional.ofNullable(rows.get(OptionPath.shown(path)))
                .filter(row -> !row.equals(HIDDEN))
                .map(row -> row.equals(GONE) ? "" : row);
    }

    /** Whether NixOS has an option that no table of options lists. */
    boolean isHidden(List<String> path) {
        return HIDDEN.equals(rows.get(OptionPath.shown(path)));
    }

    /** What is to be said of an option that NixOS had; empty for others. */
    Optional<OptionFinding> finding(List<String> path, YamlPath place) {
        String name = OptionPath.shown(path);
        return successor(path)
                .map(
                        successor ->
                                successor.isEmpty()
                                        ? new OptionFinding(
                                                place,
                                                Kind.REMOVED,
                                                name + " is gone from NixOS",
                                                "Remove it; the release notes of NixOS say what"
                                                        + " takes its place.",
                                                Optional.empty())
                                        : new OptionFinding(
                                                place,
                                                Kind.RENAMED,
                                                name + " is now called " + successor,
                                                "Write " + successor + ".",
                                                Optional.of(successor)));
    }
}
