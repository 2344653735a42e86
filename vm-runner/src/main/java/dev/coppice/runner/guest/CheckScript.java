package dev.coppice.runner.guest;

import dev.coppice.model.spec.Check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of a machine for each kind of check. Only what every Debian system has is used: sh,
 * bash (for its {@code /dev/tcp}), coreutils, systemctl.
 */
final class CheckScript {

    /** Longest time for one question, in seconds. */
    static final int COMMAND_SECONDS = 60;

    static final int HTTP_SECONDS = 15;

    private static final int MAX_BYTES = 1 << 20;

    private CheckScript() {}

    /** A script with one section per check, named by the map's keys. */
    static String of(Map<Integer, Check> checks) {
        var script = new StringBuilder("export LC_ALL=C\ncd /\n");
        checks.forEach(
                (number, check) ->
                        script.append(Sections.begin(number.toString()))
                                .append(question(check))
                                .append('\n'));
        return script.append("exit 0\n").toString();
    }

    /** What to run for a check. */
    static String question(Check check) {
        return switch (check) {
            case Check.UnitIs unit ->
                    "systemctl show -p LoadState -p ActiveState -p SubState -p Result -- "
                            + ShellWords.quote(unit.unit());
            case Check.Port port -> port(port.port());
            case Check.Http http -> url(http.url()).map(CheckScript::http).orElse("echo bad-url");
            case Check.CommandExits command -> command(command.command());
            case Check.FileIs file -> file(file);
            case Check.BootsWithin _ -> ":";
        };
    }

    private static Optional<URI> url(String text) {
        try {
            return Optional.of(new URI(text)).filter(url -> url.getHost() != null);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static String port(int port) {
        return "o=\n"
                + "for a in 127.0.0.1 ::1 $(hostname -I 2>/dev/null); do\n"
                + "timeout 3 bash -c 'exec 3<>\"/dev/tcp/$0/$1\"' \"$a\" "
                + port
                + " 2>/dev/null && { o=$a; break; }\n"
                + "done\n"
                + "if [ -n \"$o\" ]; then echo \"open $o\"; else echo closed; fi";
    }

    private static String http(URI url) {
        if ("https".equalsIgnoreCase(url.getScheme())) {
            return "if command -v curl >/dev/null; then curl -sS -i -m "
                    + HTTP_SECONDS
                    + " -- "
                    + ShellWords.quote(url.toString())
                    + " 2>&1 | head -c "
                    + MAX_BYTES
                    + " | base64 -w0; else echo no-curl; fi";
        }
        int port = url.getPort() < 0 ? 80 : url.getPort();
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        if (url.getRawQuery() != null) {
            path += "?" + url.getRawQuery();
        }
        String bare = url.getHost().replaceAll("[\\[\\]]", "");
        // The host name goes to bash's /dev/tcp as it is; brackets belong to URLs only.
        return "timeout "
                + HTTP_SECONDS
                + " bash -c 'exec 3<>\"/dev/tcp/$0/$1\" || exit 7; printf \"GET %s HTTP/1.0\\r\\n"
                + "Host: %s\\r\\nUser-Agent: coppice\\r\\nAccept: */*\\r\\nConnection: close\\r\\n"
                + "\\r\\n\" \"$2\" \"$3\" >&3; head -c "
                + MAX_BYTES
                + " <&3 | base64 -w0' "
                + ShellWords.quote(bare)
                + " "
                + port
                + " "
                + ShellWords.quote(path)
                + " "
                + ShellWords.quote(url.getRawAuthority())
                + " 2>&1";
    }

    private static String command(String command) {
        return "f=$(mktemp)\ntimeout "
                + COMMAND_SECONDS
                + " sh -c "
                + ShellWords.quote(command)
                + " >\"$f\" 2>&1 </dev/null\necho \"exit=$?\"\nhead -c "
                + MAX_BYTES
                + " \"$f\" | base64 -w0; rm -f \"$f\"";
    }

    private static String file(Check.FileIs file) {
        String path = ShellWords.quote(file.path());
        String content =
                file.contains().isEmpty()
                        ? ""
                        : "; [ -f "
                                + path
                                + " ] && head -c "
                                + MAX_BYTES
                                + " "
                                + path
                                + " | base64 -w0";
        return "if [ -e " + path + " ]; then echo exists" + content + "; else echo missing; fi";
    }
}
