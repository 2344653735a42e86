package dev.coppice.runner.guest;

import dev.coppice.model.spec.Check;
import dev.coppice.runner.guest.CheckResult.Verdict;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Judges a check by what the machine answered to {@link CheckScript}. Pure. */
final class CheckJudge {

    private static final int SHOWN = 160;

    private CheckJudge() {}

    /**
     * A judgement.
     *
     * @param settling whether asking again a little later may give another answer
     */
    record Finding(Verdict verdict, String detail, boolean settling) {

        static Finding passed(String detail) {
            return new Finding(Verdict.PASSED, detail, false);
        }

        static Finding failed(String detail) {
            return new Finding(Verdict.FAILED, detail, false);
        }

        static Finding notYet(String detail) {
            return new Finding(Verdict.FAILED, detail, true);
        }

        static Finding unknown(String detail) {
            return new Finding(Verdict.UNKNOWN, detail, false);
        }
    }

    /** A check in words. */
    static String words(Check check) {
        return switch (check) {
            case Check.UnitIs unit -> unit.unit() + " is " + unit.state();
            case Check.Port port ->
                    "port " + port.port() + (port.open() ? " is open" : " is closed");
            case Check.Http http ->
                    http.url() + " answers " + http.status() + containing(http.contains());
            case Check.CommandExits command ->
                    "`"
                            + oneLine(command.command())
                            + "` exits with "
                            + command.exit()
                            + containing(command.contains());
            case Check.FileIs file ->
                    file.path()
                            + (file.exists() ? " exists" : " does not exist")
                            + containing(file.contains());
            case Check.BootsWithin boots -> "boots within " + seconds(boots.limit());
        };
    }

    /**
     * @param answer the text of the check's section
     * @param ready from power-on to ready
     */
    static Finding judge(Check check, String answer, Duration ready) {
        return switch (check) {
            case Check.UnitIs unit -> unit(unit, answer);
            case Check.Port port -> port(port, answer);
            case Check.Http http -> http(http, answer);
            case Check.CommandExits command -> command(command, answer);
            case Check.FileIs file -> file(file, answer);
            case Check.BootsWithin boots -> {
                String found = "ready after " + seconds(ready);
                yield ready.compareTo(boots.limit()) <= 0
                        ? Finding.passed(found)
                        : Finding.failed(found);
            }
        };
    }

    private static Finding unit(Check.UnitIs check, String answer) {
        Map<String, String> found = new HashMap<>();
        for (String line : answer.lines().toList()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                found.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        String active = found.getOrDefault("ActiveState", "");
        String load = found.getOrDefault("LoadState", "");
        if (active.isEmpty()) {
            return Finding.unknown("systemd did not answer: " + oneLine(answer));
        }
        String detail = active + " (" + found.getOrDefault("SubState", "?") + ")";
        if (load.equals("not-found") || load.equals("masked")) {
            detail = load.equals("masked") ? "masked" : "there is no such unit";
        } else if (active.equals("failed")) {
            detail += ", result: " + found.getOrDefault("Result", "?");
        }
        if (active.equals(check.state())) {
            return Finding.passed(detail);
        }
        boolean decided = active.equals("failed") || !load.equals("loaded");
        return decided ? Finding.failed(detail) : Finding.notYet(detail);
    }

    private static Finding port(Check.Port check, String answer) {
        boolean open = answer.startsWith("open");
        if (!open && !answer.startsWith("closed")) {
            return Finding.unknown("the machine did not say: " + oneLine(answer));
        }
        String detail =
                open ? "open on " + answer.substring(5).strip() : "nothing accepts connections";
        return open == check.open() ? Finding.passed(detail) : Finding.notYet(detail);
    }

    private static Finding http(Check.Http check, String answer) {
        if (answer.equals("no-curl")) {
            return Finding.unknown("https needs curl in the system: add it to packages");
        }
        if (answer.equals("bad-url")) {
            return Finding.unknown("this is not a URL with a host");
        }
        Optional<String> decoded = decode(answer);
        if (decoded.isEmpty() || !decoded.get().startsWith("HTTP/")) {
            String reason = decoded.filter(text -> !text.isEmpty()).orElse(answer);
            return Finding.notYet(
                    reason.isBlank() ? "no answer in time" : "no answer: " + oneLine(reason));
        }
        String text = decoded.get();
        String[] status = text.lines().findFirst().orElse("").split(" ", 3);
        String detail = "status " + String.join(" ", List.of(status).subList(1, status.length));
        if (status.length < 2 || !status[1].equals(Integer.toString(check.status()))) {
            return Finding.notYet(detail);
        }
        int blank = text.indexOf("\r\n\r\n");
        String body = blank < 0 ? "" : text.substring(blank + 4);
        return contains(check.contains(), body, detail, true);
    }

    private static Finding command(Check.CommandExits check, String answer) {
        String first = answer.lines().findFirst().orElse("");
        if (!first.startsWith("exit=")) {
            return Finding.unknown("the machine did not say: " + oneLine(answer));
        }
        String exit = first.substring(5);
        String output = decode(answer.substring(first.length()).strip()).orElse("");
        String detail = "exit code " + exit + (output.isBlank() ? "" : ": " + oneLine(output));
        if (!exit.equals(Integer.toString(check.exit()))) {
            return Finding.failed(
                    exit.equals("124")
                            ? "did not end within " + CheckScript.COMMAND_SECONDS + " s"
                            : detail);
        }
        return contains(check.contains(), output, detail, false);
    }

    private static Finding file(Check.FileIs check, String answer) {
        boolean exists = answer.startsWith("exists");
        if (!exists && !answer.startsWith("missing")) {
            return Finding.unknown("the machine did not say: " + oneLine(answer));
        }
        String detail = exists ? "it exists" : "it does not exist";
        if (exists != check.exists()) {
            return Finding.failed(detail);
        }
        String content = decode(answer.substring(exists ? 6 : 7).strip()).orElse("");
        return exists ? contains(check.contains(), content, detail, false) : Finding.passed(detail);
    }

    private static Finding contains(
            Optional<String> wanted, String text, String detail, boolean settling) {
        if (wanted.isEmpty() || text.contains(wanted.get())) {
            return Finding.passed(detail);
        }
        String found = text.isBlank() ? "it is empty" : "it begins with: " + oneLine(text);
        return new Finding(
                Verdict.FAILED, detail + ", but the text is not in it; " + found, settling);
    }

    private static Optional<String> decode(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String containing(Optional<String> text) {
        return text.map(wanted -> " and contains \"" + oneLine(wanted) + "\"").orElse("");
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
