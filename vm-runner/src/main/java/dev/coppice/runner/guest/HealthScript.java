package dev.coppice.runner.guest;

import dev.coppice.model.spec.Check;

import java.util.List;
import java.util.Optional;

/**
 * Checks as a shell script that judges them by itself, for machines that nobody watches: the
 * questions are those of {@link CheckScript}, the verdicts those of {@link CheckJudge}. It prints a
 * line per check, and ends with 0 when all hold, with 2 when one cannot hold any more, and with 1
 * when asking again later may help. Pure.
 */
public final class HealthScript {

    private static final String JUDGES =
            """
            export LC_ALL=C
            cd /
            verdict=0
            # told RESULT WORDS: 0 holds, 1 not yet, 2 never.
            told() {
                case $1 in
                0) echo "holds: $2" ;;
                1) echo "not yet: $2"; [ $verdict = 2 ] || verdict=1 ;;
                *) echo "does not hold: $2"; verdict=2 ;;
                esac
            }
            # has TEXT WANTED
            has() {
                case $1 in *"$2"*) return 0 ;; *) return 1 ;; esac
            }
            decoded() { printf '%s' "$1" | base64 -d 2>/dev/null | tr -d '\\000'; }
            property() { printf '%s\\n' "$1" | sed -n "s/^$2=//p"; }
            unit() {
                [ "$(property "$1" ActiveState)" != "$2" ] || return 0
                [ "$(property "$1" ActiveState)" != failed ] || return 2
                [ "$(property "$1" LoadState)" = loaded ] || return 2
                return 1
            }
            port() { case $1 in "$2"*) return 0 ;; *) return 1 ;; esac; }
            http() {
                text=$(decoded "$1")
                [ "$(printf '%s\\n' "$text" | sed -n '1s/^HTTP[^ ]* \\([0-9]*\\).*/\\1/p')" = "$2" ] || return 1
                [ $# -lt 3 ] || has "$text" "$3" || return 1
            }
            exits() {
                [ "$(printf '%s\\n' "$1" | sed -n '1s/^exit=//p')" = "$2" ] || return 2
                [ $# -lt 3 ] || has "$(decoded "$(printf '%s\\n' "$1" | sed 1d)")" "$3" || return 2
            }
            file() {
                case $1 in "$2"*) ;; *) return 2 ;; esac
                [ $# -lt 3 ] || has "$(decoded "$(printf '%s\\n' "$1" | sed 1d)")" "$3" || return 2
            }
            """;

    private HealthScript() {}

    public static String of(List<Check> checks) {
        var script = new StringBuilder(JUDGES);
        for (Check check : checks) {
            script.append("answer=$(\n").append(CheckScript.question(check)).append("\n)\n");
            script.append("result=0\n").append(judge(check)).append(" || result=$?\n");
            script.append("told $result ")
                    .append(ShellWords.quote(CheckJudge.words(check)))
                    .append('\n');
        }
        return script.append("exit $verdict\n").toString();
    }

    private static String judge(Check check) {
        return switch (check) {
            case Check.UnitIs unit -> "unit \"$answer\" " + ShellWords.quote(unit.state());
            case Check.Port port -> "port \"$answer\" " + (port.open() ? "open" : "closed");
            case Check.Http http -> "http \"$answer\" " + http.status() + wanted(http.contains());
            case Check.CommandExits command ->
                    "exits \"$answer\" " + command.exit() + wanted(command.contains());
            case Check.FileIs file ->
                    "file \"$answer\" "
                            + (file.exists() ? "exists" + wanted(file.contains()) : "missing");
            // How long a machine takes is a matter of its hardware, not of what is installed.
            case Check.BootsWithin _ -> "true";
        };
    }

    private static String wanted(Optional<String> text) {
        return text.map(wanted -> " " + ShellWords.quote(wanted)).orElse("");
    }
}
