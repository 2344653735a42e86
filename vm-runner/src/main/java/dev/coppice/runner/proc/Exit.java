package dev.coppice.runner.proc;

/** How a process ended, or why it never began. */
public sealed interface Exit {

    /** It ended by itself. */
    record Exited(int code) implements Exit {}

    /** A signal ended it that Coppice did not send. */
    record Signalled(int signal) implements Exit {}

    /** Coppice stopped it. */
    record Cancelled() implements Exit {}

    /** No such program; {@code program} as the command named it. */
    record NotFound(String program) implements Exit {}

    /** The operating system refused to start it. */
    record FailedToStart(String program, String reason) implements Exit {}

    /** Whether it ended by itself with code 0. */
    default boolean ok() {
        return this instanceof Exited(int code) && code == 0;
    }

    /** In words, {@code ended with code 2}. */
    default String describe() {
        return switch (this) {
            case Exited(int code) -> "ended with code " + code;
            case Signalled(int signal) -> "was ended by signal " + signal;
            case Cancelled() -> "was stopped";
            case NotFound(String program) -> program + " was not found";
            case FailedToStart(String program, String reason) ->
                    program + " could not be started: " + reason;
        };
    }
}
