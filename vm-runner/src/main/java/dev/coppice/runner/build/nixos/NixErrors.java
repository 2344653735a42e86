package dev.coppice.runner.build.nixos;

import dev.coppice.runner.build.nixos.NixFault.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what Nix 2.18 and newer print when an evaluation fails: a trace from the outermost to the
 * innermost, where the last {@code error:} is the cause. Errors of the module system name options
 * in place of lines.
 */
final class NixErrors {

    private static final Pattern ERROR = Pattern.compile("^\\s*error:\\s*(.*)$");
    private static final Pattern AT = Pattern.compile("^\\s*at (.+):(\\d{1,7}):(\\d{1,7}):?\\s*$");

    /** {@code 12| text}, and the line below it that points at a column. */
    private static final Pattern QUOTED = Pattern.compile("^\\s*\\d*\\|.*");

    private static final Pattern OPTION = Pattern.compile("option [`'‘]([^'’]+)['’]");

    /** The module system names a definition in a list by its position. */
    private static final Pattern POSITION =
            Pattern.compile("\\.\"?\\[definition \\d+-entry \\d+\\]\"?.*$");

    /** The flake's files are copied into the store of Nix, into a folder of this name. */
    private static final Pattern COPIED = Pattern.compile("^.*/[a-z0-9]{32}-source/(.+)$");

    /** Where the copy is says nothing to people. */
    private static final Pattern STORE = Pattern.compile("/[^\\s`'\"]*/[a-z0-9]{32}-source/");

    private final Set<String> files;

    /**
     * @param files the paths of the exported files
     */
    NixErrors(Set<String> files) {
        this.files = Set.copyOf(files);
    }

    /** The faults that an output tells of; empty when it tells of none. */
    List<NixFault> read(List<String> output) {
        int start = -1;
        for (int i = 0; i < output.size(); i++) {
            if (ERROR.matcher(output.get(i)).matches()) {
                start = i;
            }
        }
        if (start < 0) {
            return List.of();
        }
        List<String> words = words(output.subList(start, output.size()));
        if (words.isEmpty()) {
            return List.of();
        }
        List<String> failed = assertions(words);
        if (!failed.isEmpty()) {
            return failed.stream()
                    .map(each -> new NixFault(each, Optional.empty(), option(each)))
                    .toList();
        }
        String message = STORE.matcher(String.join(" ", words)).replaceAll("");
        return List.of(new NixFault(message, place(output), option(message)));
    }

    /** The lines of the message itself. */
    private static List<String> words(List<String> lines) {
        var words = new ArrayList<String>();
        Matcher first = ERROR.matcher(lines.getFirst());
        if (first.matches() && !first.group(1).isBlank()) {
            words.add(first.group(1).strip());
        }
        for (String line : lines.subList(1, lines.size())) {
            if (AT.matcher(line).matches() || QUOTED.matcher(line).matches()) {
                break;
            }
            if (!line.isBlank()) {
                words.add(line.strip());
            }
        }
        return words;
    }

    /** Several assertions fail at once. */
    private static List<String> assertions(List<String> words) {
        if (!words.getFirst().startsWith("Failed assertions")) {
            return List.of();
        }
        var result = new ArrayList<String>();
        for (String word : words.subList(1, words.size())) {
            if (word.startsWith("- ")) {
                result.add(word.substring(2));
            } else if (!result.isEmpty()) {
                result.add(result.removeLast() + " " + word);
            }
        }
        return result;
    }

    private Optional<Place> place(List<String> output) {
        return output.reversed().stream().flatMap(line -> place(line).stream()).findFirst();
    }

    private Optional<Place> place(String line) {
        Matcher at = AT.matcher(line);
        if (!at.matches()) {
            return Optional.empty();
        }
        Matcher copied = COPIED.matcher(at.group(1));
        String path = copied.matches() ? copied.group(1) : at.group(1);
        int number = Integer.parseInt(at.group(2));
        return files.stream()
                .filter(file -> path.equals(file) || path.endsWith("/flake/" + file))
                .findFirst()
                .map(file -> new Place(file, number));
    }

    private static Optional<String> option(String message) {
        Matcher found = OPTION.matcher(message);
        return found.find()
                ? Optional.of(POSITION.matcher(found.group(1)).replaceFirst(""))
                : Optional.empty();
    }
}
