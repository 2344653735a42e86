package dev.coppice.runner.build.debian;

import dev.coppice.runner.job.Problem;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes of a failed tool's last words what a person can act on. Pure. */
final class FailureExplainer {

    private static final Pattern FULL = Pattern.compile("No space left on device|\\bENOSPC\\b");

    private static final Pattern UNKNOWN =
            Pattern.compile(
                    "Unable to locate package ([^\\s'\"]+)"
                            + "|Package '?([^\\s'\"]+)'? has no installation candidate"
                            + "|Couldn't find any package by (?:glob|regex) '([^']+)'");

    /** As apt says it with gpgv (bookworm) and with sqv (trixie). */
    private static final Pattern WRONG_KEY =
            Pattern.compile(
                    "(?:GPG error|OpenPGP signature verification failed): (\\S+) "
                            + "|The repository '([^' ]+) [^']*' is not signed");

    /** As gpgv says it (EXPKEYSIG, with the key's id), and sqv in words. */
    private static final Pattern EXPIRED =
            Pattern.compile(
                    "\\bEXPKEYSIG\\b|\\bKEYEXPIRED\\b|[Kk]ey .*expired|[Nn]ot live.*[Ee]xpired"
                            + "|[Ee]xpired on");

    private static final Pattern NO_ARCHIVE =
            Pattern.compile("The repository '([^']+) Release' does not have a Release file");

    private static final Pattern UNREACHABLE =
            Pattern.compile(
                    "Could not resolve|Temporary failure resolving|Could not connect"
                            + "|Connection refused|Connection timed out|Connection failed"
                            + "|Network is unreachable|Unable to connect"
                            + "|Could not wait for server");

    private static final Pattern NOT_FETCHED =
            Pattern.compile("Failed to fetch|Some index files failed to download");

    private static final Pattern OWN = Pattern.compile("coppice-error: ([a-z-]+): (.*)");

    private static final int SHOWN = 15;

    private FailureExplainer() {}

    /**
     * @param what what was being done, {@code installing packages}
     * @param how how the tool ended
     * @param lines its last lines
     * @param known names of packages that exist, if they could be asked
     * @param store where the store is
     */
    static Problem explain(
            String what, String how, List<String> lines, List<String> known, String store) {
        List<String> tail = lines.subList(Math.max(0, lines.size() - SHOWN), lines.size());
        if (find(FULL, lines).isPresent()) {
            return new Problem(
                    "disk-full",
                    "The disk became full while " + what + ".",
                    "Make room on the disk that holds "
                            + store
                            + ", delete generations, or put the store elsewhere with --store.",
                    tail);
        }
        Optional<Matcher> unknown = find(UNKNOWN, lines);
        if (unknown.isPresent()) {
            return unknownPackage(firstGroup(unknown.get()), known, tail);
        }
        if (find(UNREACHABLE, lines).isPresent()) {
            return unreachable(what, tail);
        }
        Optional<Matcher> wrongKey = find(WRONG_KEY, lines);
        if (wrongKey.isPresent()) {
            String archive = firstGroup(wrongKey.get());
            return find(EXPIRED, lines).isPresent()
                    ? expiredKey(archive, tail)
                    : wrongKey(archive, tail);
        }
        Optional<Matcher> noArchive = find(NO_ARCHIVE, lines);
        if (noArchive.isPresent()) {
            return new Problem(
                    "repository-missing",
                    "There is no package archive at " + firstGroup(noArchive.get()) + ".",
                    "Check url and suites of the repository in the spec. Whether it serves this"
                            + " release, its makers say.",
                    tail);
        }
        if (find(NOT_FETCHED, lines).isPresent()) {
            return unreachable(what, tail);
        }
        Optional<Matcher> own = find(OWN, lines);
        if (own.isPresent()) {
            String code = own.get().group(1);
            return new Problem(code, sentence(own.get().group(2)), hint(code), tail);
        }
        return new Problem(
                "tool-failed",
                "Something went wrong while " + what + ": the tool " + how + ".",
                "The log's last lines tell more.",
                tail);
    }

    private static Problem expiredKey(String archive, List<String> tail) {
        return new Problem(
                "repository-key-expired",
                "The key that the package archive " + archive + " is signed with has expired.",
                "Get the key that its makers publish now, and put it in the place of the old one;"
                        + " or set the clock of this computer right, if it is wrong.",
                tail);
    }

    private static Problem wrongKey(String archive, List<String> tail) {
        return new Problem(
                "repository-key",
                "The package archive "
                        + archive
                        + " is not signed with the key that it should have.",
                "Compare the key of the repository in the spec with the one that its makers"
                        + " publish: keys run out and are replaced now and then.",
                tail);
    }

    private static Problem unreachable(String what, List<String> tail) {
        return new Problem(
                "mirror-unreachable",
                "The package archive could not be reached while " + what + ".",
                "Check the network connection, the proxy settings, base.mirror and repositories in"
                        + " the spec; then build again. What was downloaded is kept.",
                tail);
    }

    private static Problem unknownPackage(String name, List<String> known, List<String> tail) {
        Optional<String> near = NearName.of(name, known);
        return new Problem(
                "package-unknown",
                "There is no package " + name + " in this release.",
                near.map(n -> "Did you mean " + n + "? ").orElse("")
                        + "Correct the name under packages in the spec.",
                tail);
    }

    private static String hint(String code) {
        return switch (code) {
            case "overlay-unavailable" ->
                    "Put the store on an ordinary disk (ext4, xfs or btrfs) with --store; inside a"
                            + " container use a volume.";
            case "locale-failed" -> "Correct the locales in the spec, such as en_GB.UTF-8.";
            default -> "The log's last lines tell more.";
        };
    }

    private static Optional<Matcher> find(Pattern pattern, List<String> lines) {
        return lines.stream().map(pattern::matcher).filter(Matcher::find).findFirst();
    }

    private static String firstGroup(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
